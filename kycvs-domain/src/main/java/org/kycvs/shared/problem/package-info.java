/** What can go wrong for a caller, one code each, as RFC 9457 problem documents name it. */
@NullMarked
package org.kycvs.shared.problem;

import org.jspecify.annotations.NullMarked;
