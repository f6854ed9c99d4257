package org.kycvs.launcher.server;

import java.io.IOException;

/**
 * The main class of the server's process. Standard input begins with {@link ServerInstructions},
 * ended by an empty line; after that the line {@code stop} lets running requests end and stops the
 * server. The end of standard input means that the supervisor died: the process ends at once.
 */
public final class ServerMain {
  /** The line that asks for a stop. */
  public static final String STOP = "stop";

  /** What the process prints, on a line of its own, once the application is deployed. */
  public static final String DEPLOYED = "kycvs: deployed";

  private ServerMain() {}

  /** Takes no arguments: what ps shows holds no secret. */
  public static void main(String[] arguments) throws Exception {
    SupervisorLine supervisor = new SupervisorLine(System.in);
    ServerInstructions instructions = ServerInstructions.read(supervisor.block());
    PayaraServer server = new PayaraServer(instructions);
    supervisor.follow(
        line -> {
          if (line.equals(STOP)) {
            server.stop();
          }
        });
    server.start();
    say(DEPLOYED);
  }

  /** Writes to the log that the supervisor keeps, past Payara's own redirection of output. */
  @SuppressWarnings("SystemOut") // this process's standard output is the log
  static void say(String line) throws IOException {
    System.out.write(
        (line + System.lineSeparator()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    System.out.flush();
  }
}
