package org.kycvs.client.statement;

/**
 * One reason against a statement.
 *
 * @param reason for programs
 * @param because a sentence for people
 */
public record Refusal(Reason reason, String because) {}
