/** Invented people in any number, the same for the same seed, and what the registry must say. */
@NullMarked
package org.kycvs.bench.people;

import org.jspecify.annotations.NullMarked;
