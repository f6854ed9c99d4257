package org.kycvs.shared.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Who may read a key file. */
final class KeyFileAccess {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private KeyFileAccess() {}

  /** Whether its group or others may do anything with it; false where the system cannot tell. */
  static boolean isOpenToOthers(Path file) throws IOException {
    try {
      return !OWNERS.containsAll(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }
}
