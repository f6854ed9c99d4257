package org.kycvs.verification.control;

import java.time.Duration;
import java.util.Map;
import org.kycvs.otp.boundary.CodeDelivery;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * What happens to a question about a test person on the way to its answer, by the last two digits
 * of the mobile, so that an integrator can see each case without anybody's phone.
 *
 * @param delivery whether the known code is right
 * @param smsUnavailable whether there is no gateway
 * @param life how long the verification lives, if not as usual
 * @param smsTakes how long the message counts as queued
 */
public record TestScript(
    CodeDelivery delivery, boolean smsUnavailable, Duration life, Duration smsTakes) {
  private static final Duration AS_USUAL = Duration.ZERO;
  private static final TestScript PLAIN =
      new TestScript(CodeDelivery.KNOWN, false, AS_USUAL, Duration.ZERO);
  private static final TestScript CODE_ALWAYS_WRONG =
      new TestScript(CodeDelivery.NEVER, false, AS_USUAL, Duration.ZERO);
  private static final Map<String, TestScript> SCRIPTS =
      Map.of(
          "05", CODE_ALWAYS_WRONG,
          "06", new TestScript(CodeDelivery.KNOWN, false, AS_USUAL, Duration.ofSeconds(10)),
          "07", new TestScript(CodeDelivery.KNOWN, true, AS_USUAL, Duration.ZERO),
          "08", new TestScript(CodeDelivery.KNOWN, false, Duration.ofNanos(1_000), Duration.ZERO),
          "09", CODE_ALWAYS_WRONG);

  /** The script of a test person. */
  public static TestScript of(MobileNumber testPerson) {
    String e164 = testPerson.e164();
    return SCRIPTS.getOrDefault(e164.substring(e164.length() - 2), PLAIN);
  }

  /** How long the verification lives, if a live one lives that long. */
  public Duration lifeInsteadOf(Duration usual) {
    return life.equals(AS_USUAL) ? usual : life;
  }
}
