package org.kycvs.notification.entity;

/** Where a person types the code; each is watched apart, since each is abused apart. */
public enum SmsChannel {
  /** Into the organisation's own screen. */
  API,
  /** Into our hosted page. */
  PAGE
}
