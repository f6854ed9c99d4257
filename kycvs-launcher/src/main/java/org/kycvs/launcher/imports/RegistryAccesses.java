package org.kycvs.launcher.imports;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the registry that a command is about. */
@FunctionalInterface
public interface RegistryAccesses {

  /**
   * Opens the database that the environment names, or else the one of the data directory.
   *
   * @param data the data directory, if the command names one
   * @throws org.kycvs.launcher.CommandException if it cannot be reached
   */
  RegistryAccess open(Optional<Path> data);
}
