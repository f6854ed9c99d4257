package org.kycvs.registry.boundary;

/**
 * The proof that an operator said why people's records have to be looked at, and that this is in
 * the audit log. Only {@link RegistryInspections} makes one. It opens records to operators, and
 * never answers an organisation.
 */
public final class OperatorInspection {
  private final String id;

  OperatorInspection(String id) {
    this.id = id;
  }

  /** Names it in the audit log and for the person: {@code ins_…}. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
