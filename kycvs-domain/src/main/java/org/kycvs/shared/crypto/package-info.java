/** The master key, and what is derived from it: keyed hashes and sealed values. */
@NullMarked
package org.kycvs.shared.crypto;

import org.jspecify.annotations.NullMarked;
