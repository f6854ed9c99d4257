package org.kycvs.webshared.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer where in the body (JSON Pointer, RFC 6901), {@code ?} and the name of a query
 *     parameter, or the name of a header
 * @param code a word for the kind of error, such as {@code missing}
 * @param detail what is allowed there
 */
public record InputError(String pointer, String code, String detail) {}
