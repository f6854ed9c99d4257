package org.kycvs.client;

/**
 * The code was right, but nobody, or more than one person, fits mobile, name and year of birth. It
 * does not mean "not vaccinated".
 *
 * @param retriesLeft how often the same code is taken again with another year of birth, see {@link
 *     KycVsClient#confirm(VerificationId, String, int)}; at 0 the verification has ended
 */
public record NoMatch(int retriesLeft) implements Confirmation {}
