/** The way in to codes: issued, sent again, redeemed. */
@NullMarked
package org.kycvs.otp.boundary;

import org.jspecify.annotations.NullMarked;
