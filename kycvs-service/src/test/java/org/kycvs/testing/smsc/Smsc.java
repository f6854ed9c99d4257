package org.kycvs.testing.smsc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;
import org.kycvs.testing.smsc.Treatment.Kind;

/** A message centre on loopback that does what a test tells it to. */
public final class Smsc implements AutoCloseable {
  /** The only account's name. */
  public static final String SYSTEM_ID = "kycvs";

  /** Its password. */
  public static final String PASSWORD = "secret-8";

  private static final int BIND_MILLIS = 5_000;
  private static final int THREADS = 120;
  private static final int PAYLOAD = 0x0424;

  private final ServerSocket server;
  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final Map<String, SMPPServerSession> droppedAfterAnswer = new ConcurrentHashMap<>();
  private final Phones phones = new Phones();
  private final List<Part> parts = new CopyOnWriteArrayList<>();
  private final Reports reports = new Reports(this::bound);
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger widest = new AtomicInteger();
  private final AtomicInteger binds = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Function<Part, Treatment> treatment = part -> Treatment.TAKE;
  private volatile Function<Integer, String> naming = number -> "m" + number;
  private volatile Reporting reporting = Reporting.NONE;

  private Smsc(ServerSocket server) {
    this.server = server;
    daemon(this::accept);
  }

  /** Starts one on any free port. */
  public static Smsc start() throws IOException {
    return new Smsc(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  /** Starts one on a port that it had before. */
  public static Smsc startAgain(int port) throws IOException {
    return new Smsc(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
  }

  /** Starts one that speaks TLS. */
  public static Smsc start(SSLContext context) throws IOException {
    return new Smsc(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** What to do with each message from now on. */
  public void treat(Function<Part, Treatment> how) {
    treatment = how;
  }

  /** How to report messages from now on. */
  public void report(Reporting how) {
    reporting = how;
  }

  /** What to call messages from now on, by their number from 1. */
  public void name(Function<Integer, String> how) {
    naming = how;
  }

  /** The phones of all people. */
  public Phones phones() {
    return phones;
  }

  /** What was taken, part by part. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  /** How many messages were under way at once, at most. */
  public int widestWindow() {
    return widest.get();
  }

  /** How often somebody signed in. */
  public int binds() {
    return binds.get();
  }

  /** How many reports were acknowledged. */
  public int acknowledgedReports() {
    return reports.acknowledged();
  }

  /** How many reports were sent, again counted again. */
  public int sentReports() {
    return reports.sent();
  }

  /** The connections that are bound now. */
  public List<SMPPServerSession> bound() {
    return sessions.stream().filter(one -> one.getSessionState().isBound()).toList();
  }

  /** Ends all connections without a word. */
  public void dropAll() {
    sessions.forEach(Smsc::drop);
    sessions.clear();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    reports.close();
    server.close();
    dropAll();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        SocketConnection connection = new SocketConnection(server.accept());
        daemon(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(SocketConnection connection) {
    try {
      connection.setSoTimeout(BIND_MILLIS);
      SMPPServerSession session =
          new SMPPServerSession(
              connection,
              null,
              new SmscListener(this::submitted),
              new AnswerListener(this::answered),
              THREADS,
              THREADS);
      BindRequest bind = session.waitForBind(BIND_MILLIS);
      if (!SYSTEM_ID.equals(bind.getSystemId()) || !PASSWORD.equals(bind.getPassword())) {
        bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
        drop(session);
        return;
      }
      bind.accept("smsc");
      binds.incrementAndGet();
      sessions.add(session);
    } catch (IOException | TimeoutException | PDUStringException e) {
      connection.close();
    }
  }

  private SubmitSmResult submitted(SubmitSm submit, SMPPServerSession session)
      throws ProcessRequestException {
    widest.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      Part part = part(submit);
      Treatment now = treatment.apply(part);
      if (now.kind() == Kind.REFUSE) {
        throw new ProcessRequestException("refused", now.status());
      }
      if (now.kind() != Kind.DROP_BEFORE) {
        take(part);
      }
      if (now.kind() == Kind.DROP_BEFORE || now.kind() == Kind.DROP_INSTEAD_OF_ANSWER) {
        drop(session);
      }
      if (now.kind() == Kind.TAKE_SILENTLY) {
        awaitEnd(session);
      }
      if (now.kind() == Kind.DROP_AFTER_ANSWER) {
        droppedAfterAnswer.put(part.id(), session);
      }
      return new SubmitSmResult(new MessageId(part.id()), new OptionalParameter[0]);
    } catch (PDUStringException e) {
      throw new IllegalStateException(e);
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void take(Part part) {
    parts.add(part);
    phones.receive(part);
    boolean wanted = part.registeredDelivery() != 0;
    Reporting how = reporting;
    if (wanted && how.time() == Reporting.Time.BEFORE_ANSWER) {
      boolean unused = reports.now(part, how);
    } else if (wanted && how.time() == Reporting.Time.LATER) {
      reports.later(part, how);
    }
  }

  private void answered(String id) {
    Optional.ofNullable(droppedAfterAnswer.remove(id)).ifPresent(Smsc::drop);
  }

  private Part part(SubmitSm submit) {
    Map<Integer, byte[]> parameters = new ConcurrentHashMap<>();
    for (OptionalParameter parameter : submit.getOptionalParameters()) {
      byte[] whole = parameter.serialize();
      parameters.put(parameter.tag & 0xFFFF, java.util.Arrays.copyOfRange(whole, 4, whole.length));
    }
    byte[] payload = parameters.get(PAYLOAD);
    return new Part(
        naming.apply(ids.incrementAndGet()),
        submit.getDestAddress(),
        submit.getSourceAddrTon() + "/" + submit.getSourceAddrNpi() + " " + submit.getSourceAddr(),
        submit.getEsmClass() & 0xFF,
        submit.getDataCoding() & 0xFF,
        submit.getRegisteredDelivery(),
        payload == null ? submit.getShortMessage() : payload,
        parameters);
  }

  /** A hung centre: it neither answers nor ends. */
  private void awaitEnd(SMPPServerSession session) {
    try {
      while (session.getSessionState() != SessionState.CLOSED
          && !closed.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        continue;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drop(SMPPServerSession session) {
    session.close();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "smsc");
    thread.setDaemon(true);
    thread.start();
  }
}
