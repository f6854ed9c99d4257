/** Which key what is kept is sealed with, and how that changes. */
@NullMarked
package org.kycvs.sealing.entity;

import org.jspecify.annotations.NullMarked;
