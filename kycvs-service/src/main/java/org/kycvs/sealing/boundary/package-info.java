/** The background work on sealed values, and what operators do with the master key. */
@NullMarked
package org.kycvs.sealing.boundary;

import org.jspecify.annotations.NullMarked;
