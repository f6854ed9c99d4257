/** Addresses of the Internet, and ranges of them. */
@NullMarked
package org.kycvs.shared.address;

import org.jspecify.annotations.NullMarked;
