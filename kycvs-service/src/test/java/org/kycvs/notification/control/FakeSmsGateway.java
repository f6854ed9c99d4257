package org.kycvs.notification.control;

import java.time.Duration;
import java.util.Optional;
import org.kycvs.notification.entity.Dlt;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;
import org.kycvs.shared.mobile.MobileNumber;

/** Answers as it is told, after a time that really passes. */
final class FakeSmsGateway implements SmsGateway {
  static final Submission ACCEPTED = new Submission.Accepted(Optional.empty());
  static final Submission NOT_SENT = new Submission.NotSent("It said no");
  static final SmsMessage MESSAGE =
      new SmsMessage(
          MobileNumber.parse("+919876543210"), "Hello", Optional.empty(), "ver_1", Dlt.NONE);

  Submission answer = ACCEPTED;
  Duration takes = Duration.ZERO;
  boolean reachable = true;
  boolean failing;
  int submitted;
  int looks;

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Submission submit(long number, SmsMessage message) {
    submitted++;
    if (failing) {
      throw new IllegalStateException("It is broken");
    }
    try {
      Thread.sleep(takes.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return answer;
  }

  @Override
  public boolean isReachable() {
    looks++;
    return reachable;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
