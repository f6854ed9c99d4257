/**
 * A verifier's calls: ask about a person, bring the code that the person told you, get the signed
 * answer.
 *
 * <pre>{@code
 * KycVsClient client =
 *     KycVsClient.of(URI.create("https://kycvs.example"), ApiKey.of(System.getenv("KYCVS_KEY")));
 * Question question = Question.about("+917011000000", "Arjun Pillai", "hotel-check-in");
 * VerificationId id = client.ask(question).askedOrThrow().id(); // the person gets an SMS with a code
 * Confirmation result = client.confirm(id, codeThatThePersonTold);
 * if (result instanceof Completed completed) {
 *   completed.answer().status(); // FULLY_VACCINATED
 *   completed.answer().statement(); // the same, signed: check it, keep it
 * }
 * }</pre>
 *
 * <p>What may happen to anybody is a result that you can tell apart: {@link
 * org.kycvs.client.Asking}, {@link org.kycvs.client.Resending}, {@link
 * org.kycvs.client.Confirmation}, {@link org.kycvs.client.Cancellation}. What somebody has to mend
 * is a {@link org.kycvs.client.ProblemException}. If nobody answered in time it is a {@link
 * org.kycvs.client.NoAnswerException}, which says whether the call may have been done and how to go
 * on. Calls are sent again on a bad line, and done once all the same.
 *
 * <p>{@link org.kycvs.client.statement} checks the signed answer, offline.
 */
@NullMarked
package org.kycvs.client;

import org.jspecify.annotations.NullMarked;
