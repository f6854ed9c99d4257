/** A verification as a verifier's program makes it, on an installation with invented people. */
@NullMarked
package org.kycvs.bench.journey;

import org.jspecify.annotations.NullMarked;
