package org.kycvs.webhook.boundary;

/** There are deliveries that are due; fired within the transaction that made them so. */
record DeliveriesAdded() {}
