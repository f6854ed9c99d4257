/** How endpoints and deliveries are kept. */
@NullMarked
package org.kycvs.webhook.control;

import org.jspecify.annotations.NullMarked;
