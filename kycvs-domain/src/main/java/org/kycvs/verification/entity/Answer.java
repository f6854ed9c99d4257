package org.kycvs.verification.entity;

import java.time.Instant;
import org.kycvs.shared.id.ReceiptId;

/**
 * What an organisation got for its question.
 *
 * @param status 0, 1 or 2
 * @param rule the name of the status rule that was applied
 * @param asOf the moment at which the registry was read
 * @param statement the signed statement, a compact JWS
 * @param statementExpiresAt from when on the statement may not be used
 * @param receipt the consent receipt
 * @param subjectSalt 32 bytes: with mobile and name they open the statement's commitment
 */
public record Answer(
    int status,
    String rule,
    Instant asOf,
    String statement,
    Instant statementExpiresAt,
    ReceiptId receipt,
    byte[] subjectSalt) {}
