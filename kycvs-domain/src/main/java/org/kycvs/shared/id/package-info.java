/** Unguessable identifiers that more than one feature speaks of. */
@NullMarked
package org.kycvs.shared.id;

import org.jspecify.annotations.NullMarked;
