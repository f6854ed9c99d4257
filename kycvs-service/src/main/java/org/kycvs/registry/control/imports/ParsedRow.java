package org.kycvs.registry.control.imports;

/** What became of a line of a registry file. */
sealed interface ParsedRow permits RegistryRow, RefusedRow {}
