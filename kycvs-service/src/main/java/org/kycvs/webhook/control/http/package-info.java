/**
 * How an event is sent: to which address, within which time, and how much of the answer is read.
 */
@NullMarked
package org.kycvs.webhook.control.http;

import org.jspecify.annotations.NullMarked;
