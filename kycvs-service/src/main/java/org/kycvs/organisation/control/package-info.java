/** How organisations are found. */
@NullMarked
package org.kycvs.organisation.control;

import org.jspecify.annotations.NullMarked;
