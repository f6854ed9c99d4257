package org.kycvs.notification.entity;

/** How a gateway is reached. */
public interface GatewayConnection {

  /** The word for it in settings and records, such as {@code smpp}. */
  String kind();

  /** Whether messages stay on this machine, so that it may be used with made-up people. */
  boolean isLocal();

  /** The development inbox, a table. */
  record Inbox() implements GatewayConnection {
    @Override
    public String kind() {
      return "inbox";
    }

    @Override
    public boolean isLocal() {
      return true;
    }
  }
}
