package org.kycvs.notification.entity;

/** How the connection to an SMTP server is protected. */
public enum SmtpSecurity {
  /** TLS from the first byte (RFC 8314, section 3.3). */
  TLS(465),
  /** TLS asked for before anything else is sent; a server that refuses gets nothing (RFC 3207). */
  STARTTLS(587),
  /** None: to this machine only. */
  NONE(25);

  private final int port;

  SmtpSecurity(int port) {
    this.port = port;
  }

  /** The port unless set otherwise. */
  public int port() {
    return port;
  }
}
