/** The way in to webhooks: endpoints, their deliveries, and what is told to them. */
@NullMarked
package org.kycvs.webhook.boundary;

import org.jspecify.annotations.NullMarked;
