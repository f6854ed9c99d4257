/**
 * A gateway spoken to by SMPP 3.4: one connection that binds itself again, and what goes over it.
 */
@NullMarked
package org.kycvs.notification.control.smpp;

import org.jspecify.annotations.NullMarked;
