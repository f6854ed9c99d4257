/** How many requests somebody may make in a time: token buckets in this node's memory. */
@NullMarked
package org.kycvs.shared.rate;

import org.jspecify.annotations.NullMarked;
