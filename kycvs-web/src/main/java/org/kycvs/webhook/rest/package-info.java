/** The native API: webhooks. */
@NullMarked
package org.kycvs.webhook.rest;

import org.jspecify.annotations.NullMarked;
