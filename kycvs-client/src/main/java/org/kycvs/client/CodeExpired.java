package org.kycvs.client;

/**
 * The code's five minutes are over. That cost no try: have it sent again with {@link
 * KycVsClient#sendCodeAgain(VerificationId)}.
 */
public record CodeExpired() implements Confirmation {}
