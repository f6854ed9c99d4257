package org.kycvs.signing.boundary;

/**
 * What checkers know of us, both issuers together, as it stood at one moment.
 *
 * @param jwks a JWK set (RFC 7517) with the keys of live and test statements
 * @param metadata as {@code kycvs.json} has it
 */
public record PublishedDocuments(String jwks, String metadata) {}
