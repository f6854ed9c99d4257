/**
 * What happened, told within the act's transaction to features that the teller may not call: fired
 * as CDI events, observed by whom it concerns. An observer that fails undoes the act.
 */
@NullMarked
package org.kycvs.shared.fact;

import org.jspecify.annotations.NullMarked;
