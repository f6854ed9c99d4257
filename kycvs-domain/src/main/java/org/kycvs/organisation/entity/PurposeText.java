package org.kycvs.organisation.entity;

/**
 * A purpose as a person reads it.
 *
 * @param code the word for it on the wire
 * @param text at most 40 characters, in the person's language or in English
 */
public record PurposeText(String code, String text) {}
