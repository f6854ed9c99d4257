package org.kycvs.registry.control.imports;

/**
 * What an import did.
 *
 * @param rows rows of the file
 * @param peopleAdded people who were not in the registry
 * @param peopleChanged people of whom something else was known
 * @param people people in the file
 * @param dosesAdded doses that were not in the registry
 * @param dosesChanged doses of which something else was known
 * @param doses doses in the file
 */
public record ImportCounts(
    long rows,
    long peopleAdded,
    long peopleChanged,
    long people,
    long dosesAdded,
    long dosesChanged,
    long doses) {}
