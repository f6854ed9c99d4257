package org.kycvs.registry.entity;

/**
 * Names a registry entry, or a test person. It stays inside: a statement carries a pairwise hash of
 * it. So it does not print itself; who needs the text says so with {@link #value}.
 *
 * @param value the beneficiary reference id in decimal digits, or a test person's word
 */
public record PersonId(String value) {

  /** Refuses an empty text. */
  public PersonId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("A person's id is not empty");
    }
  }

  /** The id of the registry entry with this beneficiary reference id. */
  public static PersonId ofReference(long reference) {
    return new PersonId(Long.toString(reference));
  }

  @Override
  public String toString() {
    return "PersonId(…)";
  }
}
