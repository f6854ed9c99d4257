package org.kycvs.notification.control.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.kycvs.notification.entity.ReportSettings;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;

/**
 * Where HTTP gateways send their reports: each message has an address of its own, with a part that
 * only we can make. Whoever knows the address was given it with the message, and can report on no
 * other.
 */
@Dependent
public class ReportAddresses {
  private static final int BYTES = 16;

  private final String base;
  private final KeyedHash hash;

  /** With the key that the addresses are made with. */
  @Inject
  public ReportAddresses(ReportSettings settings, MasterKey masterKey) {
    this.base = settings.base();
    this.hash = masterKey.keyedHash("kycvs/sms-report/1");
  }

  /** The address for reports on a message, without what the gateway adds. */
  public String of(String gateway, long number) {
    return base + "/sms-reports/" + gateway + "/" + number + "/" + token(gateway, number);
  }

  /** Whether an address' last part is the message's. */
  public boolean fits(String gateway, long number, String token) {
    return MessageDigest.isEqual(
        token(gateway, number).getBytes(StandardCharsets.US_ASCII),
        token.getBytes(StandardCharsets.UTF_8));
  }

  private String token(String gateway, long number) {
    byte[] all = hash.of(gateway, Long.toString(number));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, BYTES));
  }
}
