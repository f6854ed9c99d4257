/** How codes are kept and compared. */
@NullMarked
package org.kycvs.otp.control;

import org.jspecify.annotations.NullMarked;
