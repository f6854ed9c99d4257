package org.kycvs.signing.entity;

import java.util.regex.Pattern;
import org.kycvs.shared.id.ReceiptId;

/**
 * The consent on which a statement rests.
 *
 * @param receipt the receipt of the consent
 * @param receiptHash {@link SignedReceipt#hash} of it
 * @param method how the person said yes
 */
public record ConsentReference(ReceiptId receipt, String receiptHash, StatementMethod method) {
  private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** Refuses what is no base64url SHA-256. */
  public ConsentReference {
    if (!SHA_256.matcher(receiptHash).matches()) {
      throw new IllegalArgumentException("Not a receipt's hash");
    }
  }
}
