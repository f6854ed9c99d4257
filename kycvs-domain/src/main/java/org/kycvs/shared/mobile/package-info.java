/** Mobile numbers in E.164 form that never print themselves. */
@NullMarked
package org.kycvs.shared.mobile;

import org.jspecify.annotations.NullMarked;
