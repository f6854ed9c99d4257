/** The way in to organisations and their approved purposes. */
@NullMarked
package org.kycvs.organisation.boundary;

import org.jspecify.annotations.NullMarked;
