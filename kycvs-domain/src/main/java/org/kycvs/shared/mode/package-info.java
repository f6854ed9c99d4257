/** Live or test: which world a call belongs to. */
@NullMarked
package org.kycvs.shared.mode;

import org.jspecify.annotations.NullMarked;
