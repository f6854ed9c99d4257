package org.kycvs.registry.control.imports;

import java.util.Optional;

/**
 * A row of a registry file as it was read.
 *
 * @param number the line on which it begins, from 1
 * @param fields its fields; none if their number is not that of the first line
 */
record CsvLine(long number, Optional<CsvFields> fields) {}
