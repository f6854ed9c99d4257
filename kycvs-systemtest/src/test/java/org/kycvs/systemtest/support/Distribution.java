package org.kycvs.systemtest.support;

import java.nio.file.Path;

/** What the build made, and where the build was. */
public final class Distribution {
  private Distribution() {}

  /** What is shipped, as it is unpacked. */
  public static Path home() {
    return folder("kycvs.home");
  }

  /** The {@code kycvs} command. */
  public static Path command() {
    return home().resolve("bin").resolve("kycvs");
  }

  /** The checkout that the distribution was made from. */
  public static Path checkout() {
    return folder("kycvs.checkout");
  }

  /** A file of the project's own copy of the sample data. */
  public static Path sample(String file) {
    return checkout().resolve("db").resolve("sample").resolve(file);
  }

  /** Where outputs and logs are kept for whoever wants to know why a test failed. */
  static Path kept() {
    return folder("kycvs.kept");
  }

  private static Path folder(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("Run by Maven, which sets the property " + property);
    }
    return Path.of(value);
  }
}
