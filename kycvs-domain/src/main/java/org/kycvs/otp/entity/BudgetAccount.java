package org.kycvs.otp.entity;

import java.util.OptionalInt;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/**
 * Whose budgets codes are counted in: those of an organisation with a mobile, and those of the
 * mobile over all organisations.
 *
 * @param mode whether a real person is asked about
 * @param mobileIndex keyed hash of the mobile, 32 bytes
 * @param organisation who asks
 * @param sendsInTenMinutes how many messages this organisation may have sent to one mobile in ten
 *     minutes, if not as the settings say
 * @param sendsInOneDay the same in 24 hours
 * @param dailyQuota how many this organisation may have sent on one day to all mobiles together, if
 *     not as the settings say
 */
public record BudgetAccount(
    Mode mode,
    byte[] mobileIndex,
    OrganisationId organisation,
    OptionalInt sendsInTenMinutes,
    OptionalInt sendsInOneDay,
    OptionalInt dailyQuota) {

  /**
   * Whether anything is counted at all. Not in test mode: nothing is sent there and everybody knows
   * the code, so that there is nothing to protect; and all organisations share ten test people,
   * whom their automatic tests ask about as often as they like.
   */
  public boolean isCounted() {
    return mode == Mode.LIVE;
  }
}
