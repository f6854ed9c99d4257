/** The way in to messages: put into the outbox, looked up there. */
@NullMarked
package org.kycvs.notification.boundary;

import org.jspecify.annotations.NullMarked;
