package org.kycvs.testing.container;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where classes of the class path lie. */
final class ClassPath {
  private ClassPath() {}

  /** The jar or folder that a class comes from. */
  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
