package org.kycvs.webshared.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer where in the body (JSON Pointer, RFC 6901), or {@code ?} and the name of a query
 *     parameter
 * @param code a word for the kind of error, such as {@code missing}
 * @param detail what is allowed there
 */
public record InputError(String pointer, String code, String detail) {}
