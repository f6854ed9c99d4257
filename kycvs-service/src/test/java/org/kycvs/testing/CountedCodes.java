package org.kycvs.testing;

import org.kycvs.shared.mobile.MobileNumber;

/** What the database has counted for a mobile. */
public final class CountedCodes {
  private CountedCodes() {}

  /** Messages with codes. */
  public static int sends(MobileNumber mobile) {
    return count("sends", mobile);
  }

  /** Codes that were wrong. */
  public static int wrongCodes(MobileNumber mobile) {
    return count("wrong_codes", mobile);
  }

  /** Forgets all of it. */
  public static void forget(MobileNumber mobile) {
    if (OwnerDatabase.execute("DELETE FROM code_budget WHERE mobile_index = ?", index(mobile))
        != 1) {
      throw new IllegalStateException("Nothing was counted");
    }
  }

  private static int count(String kind, MobileNumber mobile) {
    return Integer.parseInt(
        OwnerDatabase.line(
            "SELECT coalesce(sum(cardinality("
                + kind
                + ")), 0) FROM code_budget"
                + " WHERE mobile_index = ?",
            index(mobile)));
  }

  private static byte[] index(MobileNumber mobile) {
    return AskingOrganisation.masterKey().keyedHash("kycvs/mobile/1").of(mobile.e164());
  }
}
