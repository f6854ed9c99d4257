package org.kycvs.otp.entity;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.kycvs.otp.entity.BudgetLimit.Kind;
import org.kycvs.otp.entity.BudgetLimit.Scope;
import org.kycvs.shared.settings.Settings;

/**
 * How many codes are sent and how many wrong ones are compared, over all verifications. The bounds
 * of wrong codes are such that one organisation alone can never use up the budget of a mobile over
 * all, and that this is never more than the published bound counts with.
 *
 * @param organisationSendsInTenMinutes messages of one organisation to one mobile ({@code
 *     kycvs.otp.organisation-sends-in-10-minutes}, 1 to 20)
 * @param organisationSendsInOneDay the same in 24 hours ({@code
 *     kycvs.otp.organisation-sends-in-24-hours}, 1 to 100)
 * @param mobileSendsInTenMinutes messages of all organisations to one mobile ({@code
 *     kycvs.otp.mobile-sends-in-10-minutes}, 1 to 50)
 * @param mobileSendsInOneDay the same in 24 hours ({@code kycvs.otp.mobile-sends-in-24-hours}, 1 to
 *     200)
 * @param organisationWrongCodesInOneDay wrong codes of one organisation for one mobile in 24 hours
 *     ({@code kycvs.otp.organisation-wrong-codes-in-24-hours}, 3 to 10)
 * @param mobileWrongCodesInOneDay wrong codes of all organisations for one mobile in 24 hours
 *     ({@code kycvs.otp.mobile-wrong-codes-in-24-hours}, 11 to 20)
 */
public record BudgetSettings(
    int organisationSendsInTenMinutes,
    int organisationSendsInOneDay,
    int mobileSendsInTenMinutes,
    int mobileSendsInOneDay,
    int organisationWrongCodesInOneDay,
    int mobileWrongCodesInOneDay) {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration DAY = BudgetLimit.LONGEST_WINDOW;

  /** Reads them; 3 and 6, 6 and 15 messages, 10 and 20 wrong codes unless set otherwise. */
  public static BudgetSettings from(Settings settings) {
    return new BudgetSettings(
        settings.number("kycvs.otp.organisation-sends-in-10-minutes", 3, 1, 20),
        settings.number("kycvs.otp.organisation-sends-in-24-hours", 6, 1, 100),
        settings.number("kycvs.otp.mobile-sends-in-10-minutes", 6, 1, 50),
        settings.number("kycvs.otp.mobile-sends-in-24-hours", 15, 1, 200),
        settings.number("kycvs.otp.organisation-wrong-codes-in-24-hours", 10, 3, 10),
        settings.number("kycvs.otp.mobile-wrong-codes-in-24-hours", 20, 11, 20));
  }

  /** What a code must keep within to be compared. */
  public List<BudgetLimit> forComparing() {
    return List.of(
        new BudgetLimit(Kind.WRONG_CODES, Scope.ORGANISATION, organisationWrongCodesInOneDay, DAY),
        new BudgetLimit(Kind.WRONG_CODES, Scope.MOBILE, mobileWrongCodesInOneDay, DAY));
  }

  /**
   * What a message must keep within to be sent: also what a code must to be compared, for a code
   * that nobody could use is not sent.
   */
  public List<BudgetLimit> forSending(BudgetAccount account) {
    int inTenMinutes = account.sendsInTenMinutes().orElse(organisationSendsInTenMinutes);
    int inOneDay = account.sendsInOneDay().orElse(organisationSendsInOneDay);
    return Stream.concat(
            forComparing().stream(),
            Stream.of(
                new BudgetLimit(Kind.SENDS, Scope.ORGANISATION, inTenMinutes, TEN_MINUTES),
                new BudgetLimit(Kind.SENDS, Scope.ORGANISATION, inOneDay, DAY),
                new BudgetLimit(Kind.SENDS, Scope.MOBILE, mobileSendsInTenMinutes, TEN_MINUTES),
                new BudgetLimit(Kind.SENDS, Scope.MOBILE, mobileSendsInOneDay, DAY)))
        .toList();
  }
}
