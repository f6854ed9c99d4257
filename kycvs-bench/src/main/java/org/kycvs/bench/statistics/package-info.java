/** What times say: percentiles, and how far two lots of them are apart. */
@NullMarked
package org.kycvs.bench.statistics;

import org.jspecify.annotations.NullMarked;
