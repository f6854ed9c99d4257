package org.kycvs.notification.control;

import org.kycvs.notification.entity.SmsMessage;

/** A way for an SMS to leave. */
public interface SmsGateway {

  /** The name that settings and records know it by. */
  String name();

  /** Hands the message over; returns when the gateway has taken responsibility for it. */
  void send(SmsMessage message);
}
