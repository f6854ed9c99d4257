package org.kycvs.client;

/**
 * What is wrong with one part of what was sent.
 *
 * @param pointer where: a JSON Pointer into the body (RFC 6901) such as {@code /mobile}, {@code ?}
 *     and the name of a query parameter, or a header's name
 * @param code for programs, such as {@code mobile-invalid}
 * @param detail what is allowed there
 */
public record InputError(String pointer, String code, String detail) {}
