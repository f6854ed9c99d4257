package org.kycvs.shared.address;

/** Which header a proxy tells its client's address in ({@code kycvs.edge.forwarded-header}). */
public enum ForwardedHeader {
  /** {@code Forwarded} (RFC 7239). */
  FORWARDED("Forwarded"),
  /** {@code X-Forwarded-For}, which no standard describes. */
  X_FORWARDED_FOR("X-Forwarded-For");

  private final String header;

  ForwardedHeader(String header) {
    this.header = header;
  }

  /** The header's name. */
  public String header() {
    return header;
  }
}
