package org.kycvs.consent.entity;

/**
 * What the person read before consenting.
 *
 * @param id names the notice or SMS template
 * @param version its version
 * @param language the language that it was shown in (BCP 47)
 * @param sha256 base64url SHA-256 of its text
 */
public record NoticeShown(String id, String version, String language, String sha256) {}
