package org.kycvs.shared.crypto;

/**
 * A line of the master-key file, without its secret.
 *
 * @param id what it is called: eight hexadecimal digits
 * @param isRoot whether the keyed hashes come from it: the first line
 * @param seals whether new values are sealed with it: the last line that is not prepared only
 * @param isPrepared whether it is marked {@code next}: it opens, but does not seal yet
 */
public record KnownMasterKey(String id, boolean isRoot, boolean seals, boolean isPrepared) {}
