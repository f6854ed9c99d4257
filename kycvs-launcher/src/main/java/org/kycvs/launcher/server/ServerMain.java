package org.kycvs.launcher.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The main class of the server's process. Standard input begins with {@link ServerInstructions},
 * ended by an empty line; after that the line {@code stop} lets running requests end and stops the
 * server. The end of standard input means that the supervisor died: the process ends at once.
 */
public final class ServerMain {
  private static final System.Logger LOG = System.getLogger(ServerMain.class.getName());

  /** The line that asks for a stop. */
  public static final String STOP = "stop";

  /** What the process prints, on a line of its own, once the application is deployed. */
  public static final String DEPLOYED = "kycvs: deployed";

  /** What it prints instead when it cannot start, followed by the reason on the same line. */
  public static final String FAILED = "kycvs: failed: ";

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
    try {
      server.start();
      say(DEPLOYED);
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, "The server cannot start", e);
      say(FAILED + reason(e));
      Runtime.getRuntime().halt(1);
    }
  }

  /** The innermost cause says most. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      innermost = cause;
    }
    String message = innermost.getMessage();
    return message == null ? innermost.toString() : message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }

  /** Writes to the log that the supervisor keeps, past Payara's own redirection of output. */
  @SuppressWarnings("SystemOut") // this process's standard output is the log
  static void say(String line) throws IOException {
    System.out.write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
