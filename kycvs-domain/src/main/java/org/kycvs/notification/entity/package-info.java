/** Messages to people, by template. */
@NullMarked
package org.kycvs.notification.entity;

import org.jspecify.annotations.NullMarked;
