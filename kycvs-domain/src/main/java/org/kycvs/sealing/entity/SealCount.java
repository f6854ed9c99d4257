package org.kycvs.sealing.entity;

import java.util.Optional;

/**
 * How many values of one column are sealed with one key.
 *
 * @param place table and column, such as {@code person.sealed_name}
 * @param masterKey the key's id; empty if no line of the master key fits
 * @param values how many
 */
public record SealCount(String place, Optional<String> masterKey, long values) {}
