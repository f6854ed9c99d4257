/** Measures the registry: import beside a raw copy, look-ups, bytes. */
@NullMarked
package org.kycvs.bench.registry;

import org.jspecify.annotations.NullMarked;
