/** Whole verifications on a whole installation, beside pgbench with the same statements. */
@NullMarked
package org.kycvs.bench.flow;

import org.jspecify.annotations.NullMarked;
