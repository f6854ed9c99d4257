package org.kycvs.launcher.run;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/** Looks at a port before anything is started for it. */
final class Ports {
  private static final int LAST = 65_535;

  private Ports() {}

  /**
   * The port if it is free, or any free one for 0.
   *
   * @throws CommandException if it is taken or not allowed
   */
  static int free(InetAddress address, int port) {
    if (port < 0 || port > LAST) {
      throw new CommandException(
          ExitCode.USAGE, "--port is " + port + ", but must be a number from 0 to " + LAST);
    }
    try (ServerSocket socket = new ServerSocket(port, 1, address)) {
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new CommandException(
          ExitCode.NO,
          "port "
              + port
              + " on "
              + address.getHostAddress()
              + " cannot be used ("
              + e.getMessage()
              + "); stop what uses it, or choose another with --port, or --port 0 for any");
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.NO, "port " + port + " cannot be used: " + e.getMessage());
    }
  }
}
