package org.kycvs.registry.control.changes;

/**
 * One entry of the registry's book of changes.
 *
 * @param number what the versions of records carry that it made
 * @param id its name for operators and in the audit log: {@code imp_…} or {@code chg_…}
 */
public record RegistryChange(long number, String id) {}
