/** Gateways that take messages by HTTP, as their settings' templates say. */
@NullMarked
package org.kycvs.notification.control.http;

import org.jspecify.annotations.NullMarked;
