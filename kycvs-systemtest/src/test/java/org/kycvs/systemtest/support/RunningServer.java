package org.kycvs.systemtest.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kycvs.client.ApiKey;
import org.kycvs.client.KycVsClient;

/**
 * A {@code kycvs run} in a process of its own, on a free port. All that is known of it is its
 * {@code run.json}; what it wrote is kept in the build folder.
 */
public final class RunningServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);

  /** Starts count for more here than speed when warm. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private static final Duration STOP = Duration.ofSeconds(90);
  private static final long PAUSE_MILLIS = 100;

  private final String name;
  private final DataFolder data;
  private final Process process;
  private final UsedSecrets used = new UsedSecrets();
  private final JsonNode run;

  private RunningServer(String name, DataFolder data, Process process) {
    this.name = name;
    this.data = data;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    this.run = awaitReady();
    run.path("organisations").forEach(one -> keys(Organisation.of(one)));
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param name what its outputs are kept under
   */
  public static RunningServer start(String name, DataFolder data) {
    return start(name, data, Map.of());
  }

  /** Starts one with these settings, each an environment variable, and waits until it is ready. */
  public static RunningServer start(String name, DataFolder data, Map<String, String> settings) {
    Kycvs command =
        Kycvs.command("run", "--port", "0", "--data", data.path(), "--json")
            .with("KYCVS_SERVER_OPTIONS", QUICK_START);
    settings.forEach(command::with);
    Process process = command.start(Kycvs.kept(name + ".out"), Kycvs.kept(name + ".err"));
    return new RunningServer(name, data, process);
  }

  /** Where it answers. */
  public String url() {
    return run.path("url").asText();
  }

  /** The process to end, as {@code run.json} says. */
  public ProcessHandle launcher() {
    return ProcessHandle.of(run.path("pid").asLong()).orElseThrow();
  }

  /** Its content of {@code run.json}. */
  public JsonNode runJson() {
    return run;
  }

  /** The demonstration organisations. */
  public List<Organisation> organisations() {
    List<Organisation> organisations = new ArrayList<>();
    run.path("organisations").forEach(one -> organisations.add(Organisation.of(one)));
    return organisations;
  }

  /** The hotel. */
  public Organisation hotel() {
    return organisations().get(0);
  }

  /** The railway. */
  public Organisation railway() {
    return organisations().get(1);
  }

  /** Calls with a key. */
  public Api with(String key) {
    return new Api(url(), key, used);
  }

  /** The client that a verifier's developer uses, with a key. */
  public KycVsClient client(String key) {
    return KycVsClient.of(URI.create(url()), ApiKey.of(key));
  }

  /** Calls of anybody. */
  public Api withoutKey() {
    return with("");
  }

  /** The messages that people would have received. */
  public Inbox inbox() {
    return new Inbox(url(), used);
  }

  /** What must be in none of its logs. */
  public UsedSecrets used() {
    return used;
  }

  /** Its data folder. */
  public DataFolder data() {
    return data;
  }

  /** All that the launcher wrote but the one line with {@code run.json}, which has keys. */
  public String launcherOutput() {
    List<String> out = Kycvs.read(Kycvs.kept(name + ".out")).lines().toList();
    return String.join("\n", out.subList(Math.min(1, out.size()), out.size()))
        + Kycvs.read(Kycvs.kept(name + ".err"));
  }

  /** Kills the launcher without a warning. */
  public void kill() {
    launcher().destroyForcibly();
    process.onExit().join();
  }

  /** Ends it as a service manager does; its exit code. */
  public int stop() {
    process.destroy(); // SIGTERM
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("It did not stop within " + STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
    data.keepLogs(name);
  }

  private void keys(Organisation organisation) {
    used.add("API key", organisation.liveKey());
    used.add("API key", organisation.testKey());
  }

  private JsonNode awaitReady() {
    Path file = data.path().resolve("run.json");
    long until = System.nanoTime() + START.toNanos();
    try {
      while (System.nanoTime() < until && process.isAlive()) {
        if (Files.exists(file)) {
          JsonNode read = Json.read(Files.readString(file));
          if (read.path("pid").asLong() == process.pid()) { // a killed one leaves its own behind
            return read;
          }
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroy();
    process.onExit().join();
    data.keepLogs(name);
    throw new AssertionError("It did not start: " + Kycvs.read(Kycvs.kept(name + ".err")));
  }
}
