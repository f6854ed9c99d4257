/** The CoWIN-compatible API: the three calls of 2021, through a door of their own. */
@NullMarked
package org.kycvs.verification.rest.cowin;

import org.jspecify.annotations.NullMarked;
