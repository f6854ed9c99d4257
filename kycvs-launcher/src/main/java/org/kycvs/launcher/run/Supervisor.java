package org.kycvs.launcher.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.kycvs.launcher.database.DatabaseLogin;
import org.kycvs.launcher.demodata.Demonstration;
import org.kycvs.launcher.demodata.Seeding;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.DataLock;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.place.PrivateFile;
import org.kycvs.launcher.place.ProcessRecord;
import org.kycvs.launcher.server.ServerInstructions;
import org.kycvs.launcher.server.TlsStore;
import org.kycvs.launcher.tls.ServerTrust;
import org.kycvs.launcher.tls.TlsIdentity;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;

/**
 * Runs the whole installation: database and server, started in order and stopped in the opposite
 * order, also when the process is told to end in the middle of that.
 */
public final class Supervisor implements AutoCloseable {
  private static final int STORE_PASSWORD = 32;

  private final Installation installation;
  private final LauncherSettings settings;
  private final DataDirectory data;
  private final Screen screen;
  private final Started started = new Started();
  private final ServerLog log;
  private final ServerProcess server;

  /** Nothing is started yet. */
  public Supervisor(
      Installation installation, LauncherSettings settings, DataDirectory data, Screen screen) {
    this.installation = installation;
    this.settings = settings;
    this.data = data;
    this.screen = screen;
    this.log = new ServerLog(data.logs(), settings.log().style());
    this.server = new ServerProcess(log, serverRecord());
  }

  /**
   * Starts everything and returns when the server is ready. From the first step on, a signal to end
   * this process stops what was started.
   */
  public RunFile start(int wantedPort, boolean demoData, Pace pace) {
    try {
      return startAll(wantedPort, demoData, pace);
    } catch (RuntimeException e) {
      if (started.isClosed()) {
        awaitExit(); // what failed did so because everything is being stopped
      }
      throw e;
    }
  }

  private static void awaitExit() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RunFile startAll(int wantedPort, boolean demoData, Pace pace) {
    boolean seeds = demoData && settings.environment() == Environment.DEVELOPMENT;
    if (seeds && settings.sms().reachPeople()) {
      throw new SettingException(
          "kycvs.sms.gateways (KYCVS_SMS_GATEWAYS) names a gateway beyond this machine, and the demo"
              + " data hold made-up mobiles that may be somebody's: run with --no-demo-data");
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    started.add(DataLock.take(data));
    deleteRunFile(); // one that a killed run left behind
    ProcessRecord.read(serverRecord()).ifPresent(ProcessRecord::end);
    int port = Ports.free(settings.listen(), wantedPort);
    Path keyFile = MasterKeyFile.of(settings, data);
    MasterKey key = MasterKeyFile.read(keyFile, settings.environment());

    DatabaseStart database =
        new DatabaseStart(
            settings, installation, started.add(Databases.own(settings, installation, data)));
    database.start(screen);
    DatabaseLogin application = database.prepare(screen, key);
    Demonstration demonstration =
        seeds
            ? screen.step(
                "Demo data",
                () ->
                    Seeding.run(
                        installation.sampleRegistry(), settings.calendar(), database.owner(), key),
                Demonstration::summary)
            : new Demonstration();

    String url = (settings.tls().isPresent() ? "https://" : "http://") + host() + ":" + port;
    screen.step(
        "Server",
        () -> {
          startServer(port, url, keyFile, application, pace);
          return url;
        },
        ready -> "Payara Micro " + Installation.payaraVersion());
    RunFile runFile =
        new RunFile(
            url,
            ProcessHandle.current().pid(),
            database.owner().libpqUri(),
            demonstration.organisations(),
            demonstration.signIns());
    started.add(DatabaseRestart.begin(database.database(), log));
    started.add(this::deleteRunFile);
    runFile.write(data.runFile());
    return runFile;
  }

  /** Waits until the server ends. True if it did so unasked. */
  public boolean awaitEnd() {
    server.join();
    return !started.isClosed();
  }

  /** Stops everything, the last started first; returns when nothing is left. */
  @Override
  public void close() {
    started.close();
  }

  private void startServer(
      int port, String url, Path keyFile, DatabaseLogin application, Pace pace) {
    Path temporary = started.add(FreshFolder.make(data.path().resolve("server"))).path();
    ClassDataArchive archive = new ClassDataArchive(installation, data, pace);
    started.add(archive::keep);
    started.add(server);
    server.start(
        ServerCommand.of(installation, temporary, archive.options(), settings.serverOptions()),
        new ServerInstructions(
            installation.serverRuntime(),
            temporary.resolve("root"),
            installation.application(),
            settings.listen().getHostAddress(),
            port,
            application.address().jdbcUrl(),
            application.user(),
            application.password(),
            settings.tls().map(identity -> store(identity, temporary)),
            archive.wanted(),
            instructed(url, keyFile)));
    Readiness.await(ServerTrust.client(settings.tls()).build(), url);
  }

  private Map<String, String> instructed(String url, Path keyFile) {
    Map<String, String> instructed = new TreeMap<>(settings.log().instructions());
    instructed.put("kycvs.mode", settings.environment().name().toLowerCase(Locale.ROOT));
    instructed.put("kycvs.issuer", settings.issuer().orElse(url));
    instructed.put("kycvs.edge.body-time", settings.edge().bodyTime().toString());
    instructed.put("kycvs.master-key-file", keyFile.toString());
    return instructed;
  }

  private static TlsStore store(TlsIdentity identity, Path folder) {
    String password = RandomText.base62(STORE_PASSWORD);
    Path file = folder.resolve("tls.p12");
    PrivateFile.write(file, identity.store(password.toCharArray()));
    return new TlsStore(file, password, TlsIdentity.ENTRY);
  }

  /** How this machine reaches the server; the name for people, if it listens there. */
  private String host() {
    InetAddress listen = settings.listen();
    String address = listen.getHostAddress();
    if (address.equals("127.0.0.1") || listen.isAnyLocalAddress()) {
      return "localhost";
    }
    return listen instanceof Inet6Address ? "[" + address + "]" : address;
  }

  private void deleteRunFile() {
    try {
      Files.deleteIfExists(data.runFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path serverRecord() {
    return data.path().resolve("server.pid");
  }
}
