package org.kycvs.notification.boundary;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.kycvs.notification.control.mail.MailAnswer;
import org.kycvs.notification.control.mail.MailRoute;
import org.kycvs.notification.control.mail.OutgoingMail;

/** A server for mails that does as a test says. */
final class FakeMailRoute implements MailRoute {
  /** What it took, in this order. */
  final List<OutgoingMail> taken = new CopyOnWriteArrayList<>();

  /** How many are being handed over. */
  final AtomicInteger inHand = new AtomicInteger();

  /** The most that were handed over at once. */
  final AtomicInteger most = new AtomicInteger();

  /** What it answers. */
  volatile MailAnswer answer = new MailAnswer.Accepted("250 fine");

  /** Until this is counted down it does not answer. */
  volatile CountDownLatch answers = new CountDownLatch(0);

  @Override
  public MailAnswer send(OutgoingMail mail) {
    most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
    try {
      answers.await();
      MailAnswer given = answer;
      if (given instanceof MailAnswer.Accepted) {
        taken.add(mail);
      }
      return given;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new MailAnswer.Deferred("stopped", "");
    } finally {
      inHand.decrementAndGet();
    }
  }
}
