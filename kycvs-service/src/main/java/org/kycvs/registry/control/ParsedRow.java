package org.kycvs.registry.control;

/** What became of a line of a registry file. */
sealed interface ParsedRow permits RegistryRow, RefusedRow {}
