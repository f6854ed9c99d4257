/** Organisations that ask, and the purposes that they may ask for. */
@NullMarked
package org.kycvs.organisation.entity;

import org.jspecify.annotations.NullMarked;
