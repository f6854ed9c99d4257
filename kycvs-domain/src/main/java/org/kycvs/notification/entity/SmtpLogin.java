package org.kycvs.notification.entity;

import java.nio.file.Path;

/**
 * As whom to sign in at an SMTP server.
 *
 * @param user the user's name
 * @param passwordFile holds the password, and is read for each connection
 */
public record SmtpLogin(String user, Path passwordFile) {
  @Override
  public String toString() {
    return "SmtpLogin(not shown)";
  }
}
