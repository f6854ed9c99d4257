/** Whether an organisation can tell people apart before their consent, by bytes or by time. */
@NullMarked
package org.kycvs.bench.uniformity;

import org.jspecify.annotations.NullMarked;
