package org.kycvs.notification.entity;

/** Which messages leave first. The constants' order is on record: add only at the end. */
public enum SmsUrgency {
  /** Somebody stands at a desk and waits for it. */
  CODE,
  /** Good to know, whenever it comes. */
  NOTICE
}
