/** The way in to signing: sign what was prepared, keep keys, publish their public halves. */
@NullMarked
package org.kycvs.signing.boundary;

import org.jspecify.annotations.NullMarked;
