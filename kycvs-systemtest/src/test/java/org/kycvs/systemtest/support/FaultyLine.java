package org.kycvs.systemtest.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A bad line between one caller and a server: it does something wrong with every call, and then
 * lets it through. What it does follows from a seed, as long as calls come one after the other. It
 * knows no HTTP: a request is what the caller sends before the server sends something.
 */
public final class FaultyLine implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final int LONGEST_CUT = 600;
  private static final double SECOND_FAULT = 0.3;

  /** A late answer takes a whole time-out, so it is the rare one. */
  private static final double LATE = 0.06;

  /** What becomes of a request. */
  public enum Fault {
    /** The connection breaks before the request got through. */
    LOST_REQUEST,
    /** It breaks after the request got through, before the answer. */
    LOST_ANSWER,
    /** It breaks in the middle of the answer. */
    HALF_ANSWER,
    /** The answer comes when nobody waits for it any more. */
    LATE_ANSWER,
    /** Nothing goes wrong. */
    NONE
  }

  private final ServerSocket door;
  private final SplittableRandom random;
  private final long lateMillis;
  private final Map<Fault, Integer> seen = new EnumMap<>(Fault.class);
  private volatile int serverPort;
  private boolean wasFaulty;

  private FaultyLine(ServerSocket door, int serverPort, long seed, long lateMillis) {
    this.door = door;
    this.serverPort = serverPort;
    this.random = new SplittableRandom(seed);
    this.lateMillis = lateMillis;
    daemon(this::accept);
  }

  /**
   * To the server on this port of this machine.
   *
   * @param lateMillis how late a late answer is
   */
  public static FaultyLine to(int serverPort, long seed, long lateMillis) throws IOException {
    return new FaultyLine(
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort, seed, lateMillis);
  }

  /** The server has moved. */
  public void moveTo(int port) {
    serverPort = port;
  }

  /** Where the line begins. */
  public String url() {
    return "http://localhost:" + door.getLocalPort();
  }

  /** How often each fault happened. */
  public synchronized Map<Fault, Integer> seen() {
    return Map.copyOf(seen);
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  /** At least one fault, then none: the caller's next attempt gets through at last. */
  private synchronized Fault next() {
    boolean faulty = !wasFaulty || random.nextDouble() < SECOND_FAULT;
    wasFaulty = faulty;
    Fault fault = faulty ? anyFault() : Fault.NONE;
    seen.merge(fault, 1, Integer::sum);
    return fault;
  }

  private Fault anyFault() {
    return random.nextDouble() < LATE
        ? Fault.LATE_ANSWER
        : Fault.values()[random.nextInt(Fault.LATE_ANSWER.ordinal())];
  }

  private synchronized int cut() {
    return 1 + random.nextInt(LONGEST_CUT);
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = door.accept();
        daemon(() -> connect(caller));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void connect(Socket caller) {
    try (caller;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      caller.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Connection connection = new Connection(caller, server);
      daemon(connection::passAnswers);
      connection.passRequests();
    } catch (IOException e) {
      // Nobody listens there, or one of them has gone; closing both tells the other.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "faulty-line");
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection. */
  private final class Connection {
    private final Socket caller;
    private final Socket server;
    private Fault fault = Fault.NONE;
    private boolean answering = true;

    Connection(Socket caller, Socket server) {
      this.caller = caller;
      this.server = server;
    }

    void passRequests() throws IOException {
      InputStream in = caller.getInputStream();
      OutputStream out = server.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (faultOfRequest() == Fault.LOST_REQUEST) {
          return;
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    }

    private synchronized Fault faultOfRequest() {
      if (answering) {
        fault = next();
        answering = false;
      }
      return fault;
    }

    private synchronized Fault faultOfAnswer() {
      answering = true;
      return fault;
    }

    void passAnswers() {
      try (caller;
          server) {
        InputStream in = server.getInputStream();
        OutputStream out = caller.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          Fault now = faultOfAnswer();
          if (now == Fault.LOST_ANSWER) {
            return;
          }
          if (now == Fault.HALF_ANSWER) {
            out.write(buffer, 0, Math.min(read - 1, cut()));
            return;
          }
          if (now == Fault.LATE_ANSWER) {
            Thread.sleep(lateMillis);
          }
          out.write(buffer, 0, read);
          out.flush();
        }
      } catch (IOException e) {
        // One of them has gone; closing both tells the other.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
