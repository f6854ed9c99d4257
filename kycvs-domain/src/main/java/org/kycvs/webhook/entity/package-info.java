/** Webhook endpoints, what is delivered to them, and where they may be. */
@NullMarked
package org.kycvs.webhook.entity;

import org.jspecify.annotations.NullMarked;
