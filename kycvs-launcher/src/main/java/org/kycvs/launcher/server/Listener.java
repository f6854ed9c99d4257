package org.kycvs.launcher.server;

import fish.payara.micro.boot.AdminCommandRunner;
import java.time.Duration;

/** The one port that the server listens on, with plain HTTP or with TLS, and its limits. */
final class Listener {
  /**
   * Threads, most of which only wait for bodies when somebody sends slowly; how many calls are made
   * at once, the application limits itself.
   */
  private static final int MOST_THREADS = 512;

  /** The setting that says how long a body may take, all of it. */
  private static final String BODY_TIME = "kycvs.edge.body-time";

  private static final String CONFIG = "configs.config.server-config.";
  private static final String NETWORK = CONFIG + "network-config.";
  private static final String LISTENER =
      NETWORK + "network-listeners.network-listener.http-listener.";
  private static final String THREADS = CONFIG + "thread-pools.thread-pool.http-thread-pool.";
  private static final String PROTOCOLS = NETWORK + "protocols.protocol.";

  private static final String TRANSPORT = NETWORK + "transports.transport.tcp.";

  /** How long one read of a body may wait for its next byte, unless all of it has less time. */
  private static final Duration READ = Duration.ofSeconds(5);

  /** How long an answer waits for a caller who does not take it. */
  private static final Duration WRITE = Duration.ofSeconds(10);

  /** Payara's two protocols differ in their TLS only; the listener takes the one that it needs. */
  private static final String PLAIN = "http-listener";

  private static final String SECURE = "https-listener";

  private final ServerInstructions instructions;

  Listener(ServerInstructions instructions) {
    this.instructions = instructions;
  }

  /** Before the server opens the port. */
  void configure(AdminCommandRunner commands) {
    String protocol = instructions.tls().isPresent() ? SECURE : PLAIN;
    String http = PROTOCOLS + protocol + ".http.";
    set(commands, LISTENER + "address", instructions.address());
    set(commands, LISTENER + "protocol", protocol);
    set(commands, http + "xframe-options", "false");
    set(commands, http + "server-header", "false");
    set(commands, TRANSPORT + "read-timeout-millis", Long.toString(readTime().toMillis()));
    set(commands, TRANSPORT + "write-timeout-millis", Long.toString(WRITE.toMillis()));
    set(commands, THREADS + "max-thread-pool-size", Integer.toString(MOST_THREADS));
    instructions.tls().ifPresent(store -> secure(commands, store));
  }

  private Duration readTime() {
    Duration body = Duration.parse(instructions.settings().getOrDefault(BODY_TIME, "PT10S"));
    return body.compareTo(READ) < 0 ? body : READ;
  }

  private static void secure(AdminCommandRunner commands, TlsStore store) {
    // Not with plain HTTP: without it, Grizzly loses the body of a client that offers an upgrade.
    set(commands, PROTOCOLS + SECURE + ".http.http2-enabled", "false");
    String ssl = PROTOCOLS + SECURE + ".ssl.";
    set(commands, ssl + "cert-nickname", store.entry());
    set(commands, ssl + "key-store", store.file().toString());
    set(commands, ssl + "key-store-password", store.password());
    set(commands, ssl + "tls12-enabled", "true");
    set(commands, ssl + "tls13-enabled", "true");
  }

  private static void set(AdminCommandRunner commands, String name, String value) {
    AdminCommands.run(commands, "set", name + "=" + value);
  }
}
