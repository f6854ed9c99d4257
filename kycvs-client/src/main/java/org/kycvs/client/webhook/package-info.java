/** Webhooks on the verifier's side: whether a request is ours, and what it says. */
@NullMarked
package org.kycvs.client.webhook;

import org.jspecify.annotations.NullMarked;
