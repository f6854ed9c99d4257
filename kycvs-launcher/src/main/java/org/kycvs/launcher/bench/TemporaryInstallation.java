package org.kycvs.launcher.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kycvs.bench.BenchInstallation;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.database.ApplicationRole;
import org.kycvs.launcher.database.DatabaseLogin;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.place.ProcessRecord;
import org.kycvs.launcher.place.Reason;
import org.kycvs.launcher.run.LauncherSettings;
import org.kycvs.launcher.run.MasterKeyFile;
import org.kycvs.launcher.run.Pace;
import org.kycvs.launcher.run.RunFile;
import org.kycvs.launcher.run.Screen;
import org.kycvs.launcher.run.Supervisor;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.settings.Settings;

/**
 * An installation as {@code kycvs run} starts it in development, without demonstration data, on any
 * free port, in a new folder of a temporary one. It is stopped and removed at the end, also when
 * that is a signal. Of this process's settings it has the options for the server's JVM only.
 */
final class TemporaryInstallation implements BenchInstallation {
  private static final String SERVER_OPTIONS = "kycvs.server-options";

  private final Path folder;
  private final DataDirectory data;
  private final LauncherSettings settings;
  private final Supervisor supervisor;
  private @Nullable RunFile running;
  private volatile boolean closed;

  private TemporaryInstallation(
      Path folder, Installation installation, Map<String, String> serverSettings) {
    this.folder = folder;
    this.data = DataDirectory.open(folder.resolve("data"));
    this.settings = settings(serverSettings);
    this.supervisor =
        new Supervisor(
            installation, settings, data, new Screen(new PrintWriter(Writer.nullWriter()), true));
  }

  /**
   * Starts one.
   *
   * @param parent a folder is made in it
   * @param serverSettings settings of the application by name, beside its defaults
   * @throws CommandException if it does not start
   */
  static TemporaryInstallation start(
      Path parent, Installation installation, Map<String, String> serverSettings) {
    TemporaryInstallation made;
    try {
      made =
          new TemporaryInstallation(
              Files.createTempDirectory(parent, "kycvs-bench-").toAbsolutePath(),
              installation,
              serverSettings);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE,
          "cannot make a folder in %s (%s); choose another with --temp"
              .formatted(parent, Reason.of(e)));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(made::close, "remove"));
    try {
      made.running = made.supervisor.start(0, false, Pace.LONG_RUN);
      return made;
    } catch (RuntimeException e) {
      made.close();
      throw e;
    }
  }

  private static LauncherSettings settings(Map<String, String> serverSettings) {
    String options =
        serverSettings.entrySet().stream()
            .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(" "));
    Optional<String> given =
        Optional.ofNullable(System.getenv(Settings.environmentName(SERVER_OPTIONS)));
    Map<String, String> all = new HashMap<>(serverSettings);
    all.put(SERVER_OPTIONS, given.map(text -> text + " " + options).orElse(options));
    return LauncherSettings.from(Settings.of(name -> Optional.ofNullable(all.get(name))));
  }

  /** Whether the end has begun, which a signal may have asked for. */
  boolean isClosed() {
    return closed;
  }

  @Override
  public String url() {
    return running().url();
  }

  @Override
  public long serverProcess() {
    return ProcessRecord.read(data.path().resolve("server.pid"))
        .map(ProcessRecord::pid)
        .orElseThrow(() -> new CommandException(ExitCode.NO, "the server ended unasked"));
  }

  @Override
  public Path databaseFolder() {
    return data.path().resolve("postgres");
  }

  @Override
  public Connection owner() {
    return ownerLogin().connect();
  }

  @Override
  public ClientLogin application() {
    DatabaseLogin login = ApplicationRole.derived(ownerLogin(), masterKey());
    return new ClientLogin(
        login.address().host(),
        login.address().port(),
        login.address().name(),
        login.user(),
        login.password());
  }

  @Override
  public MasterKey masterKey() {
    return MasterKeyFile.read(MasterKeyFile.of(settings, data), settings.environment());
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public String description() {
    return "Payara Micro %s and PostgreSQL %s, embedded, fsync on, in %s"
        .formatted(
            Installation.payaraVersion(), Installation.postgresVersion(), folder.getParent());
  }

  /** A second caller waits until the first is done. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      supervisor.close();
    } finally {
      TemporaryDatabases.remove(folder);
    }
  }

  private DatabaseLogin ownerLogin() {
    return DatabaseLogin.parse(running().databaseUrl());
  }

  private RunFile running() {
    RunFile file = running;
    if (file == null) {
      throw new IllegalStateException("Not started yet");
    }
    return file;
  }
}
