/** How messages leave: outbox, dispatch, gateways. */
@NullMarked
package org.kycvs.notification.control;

import org.jspecify.annotations.NullMarked;
