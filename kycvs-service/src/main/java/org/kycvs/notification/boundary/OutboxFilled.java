package org.kycvs.notification.boundary;

/** A message was put into the outbox; fired within the transaction that put it there. */
record OutboxFilled() {}
