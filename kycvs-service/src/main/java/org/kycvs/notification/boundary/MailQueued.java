package org.kycvs.notification.boundary;

/** A mail was put into the outbox; fired within the transaction that put it there. */
record MailQueued() {}
