package org.kycvs.shared.settings;

/** A configuration value is missing or wrong; the message is one line that says how to mend it. */
public final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The line names the setting, its value unless secret, and what is allowed. */
  public SettingException(String line) {
    super(line);
  }
}
