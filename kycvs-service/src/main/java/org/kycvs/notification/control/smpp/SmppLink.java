package org.kycvs.notification.control.smpp;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jspecify.annotations.Nullable;
import org.kycvs.notification.entity.SmppSettings;

/**
 * Keeps one connection to a gateway bound as transceiver, for ever: when it ends, or cannot be
 * made, it is tried again after 1, 2, 4 … 30 seconds, each shortened by chance so that nodes do not
 * come at once. What changed is logged once, not each try.
 */
final class SmppLink implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SmppLink.class.getName());
  private static final long FIRST_WAIT_MILLIS = 1_000;
  private static final long LONGEST_WAIT_MILLIS = 30_000;
  private static final Duration LONGEST_UNBIND = Duration.ofSeconds(2);
  private static final int ANSWERS_IN_PARALLEL = 4;
  private static final int ROOM_FOR_RECEIPTS = 1_000;

  private final String name;
  private final SmppSettings settings;
  private final MessageReceiverListener listener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable SmppSession session;
  private String told = "";

  SmppLink(String name, SmppSettings settings, MessageReceiverListener listener) {
    this.name = name;
    this.settings = settings;
    this.listener = listener;
  }

  /** Begins, on a thread of its own. */
  void open(ThreadFactory threads) {
    threads.newThread(this::stayBound).start();
  }

  /** The connection, if it is bound. */
  Optional<SmppSession> session() {
    return Optional.ofNullable(session).filter(one -> one.getSessionState().isBound());
  }

  /** Unbinds, and does not bind again. */
  @Override
  public void close() {
    closed.countDown();
    SmppSession last = session;
    if (last != null) {
      last.setTransactionTimer(Math.min(LONGEST_UNBIND.toMillis(), settings.timeout().toMillis()));
      last.unbindAndClose();
    }
  }

  private void stayBound() {
    try {
      long wait = FIRST_WAIT_MILLIS;
      do {
        if (bindAndStay()) {
          wait = FIRST_WAIT_MILLIS;
        }
        long jittered = ThreadLocalRandom.current().nextLong(wait / 2, wait + 1);
        wait = Math.min(LONGEST_WAIT_MILLIS, 2 * wait);
        if (closed.await(jittered, TimeUnit.MILLISECONDS)) {
          return;
        }
      } while (closed.getCount() > 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the connection ended: whether there was one. */
  private boolean bindAndStay() throws InterruptedException {
    SmppSession one = newSession();
    try {
      one.connectAndBind(
          settings.endpoint().host(),
          settings.endpoint().port(),
          binding(),
          settings.timeout().toMillis());
      session = one;
      if (closed.getCount() == 0) {
        close();
        return true;
      }
      tell(Level.INFO, "bound to " + settings.endpoint().address());
      one.awaitEnd();
      if (closed.getCount() > 0) {
        tell(Level.WARNING, "the connection to " + settings.endpoint().address() + " ended");
      }
      return true;
    } catch (IOException | RuntimeException e) {
      one.close();
      tell(
          Level.WARNING,
          "cannot bind to %s, and tries on: %s"
              .formatted(settings.endpoint().address(), e.getMessage()));
      return false;
    } finally {
      session = null;
    }
  }

  private SmppSession newSession() {
    SmppSession one = new SmppSession(new SmppConnections(settings.endpoint(), settings.timeout()));
    one.setEnquireLinkTimer((int) settings.enquireLink().toMillis());
    one.setTransactionTimer(settings.timeout().toMillis());
    one.setPduProcessorDegree(ANSWERS_IN_PARALLEL);
    one.setQueueCapacity(ROOM_FOR_RECEIPTS + settings.window());
    one.setMessageReceiverListener(listener);
    return one;
  }

  private BindParameter binding() {
    return new BindParameter(
        BindType.BIND_TRX,
        settings.account().systemId(),
        settings.account().password(),
        settings.account().systemType(),
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        "",
        InterfaceVersion.IF_34);
  }

  private void tell(Level level, String news) {
    if (!news.equals(told)) {
      told = news;
      LOG.log(level, "SMS gateway {0}: {1}", name, news);
    }
  }
}
