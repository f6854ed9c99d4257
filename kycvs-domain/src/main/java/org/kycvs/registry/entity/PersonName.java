package org.kycvs.registry.entity;

/**
 * A person's name as somebody wrote it, in any script. It does not print itself; who needs the text
 * says so with {@link #written}.
 *
 * @param written the name as written, never changed
 */
public record PersonName(String written) {

  @Override
  public String toString() {
    return "PersonName(…)";
  }
}
