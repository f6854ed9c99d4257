/** The way in to consents: given by a redeemed code, and nothing else. */
@NullMarked
package org.kycvs.consent.boundary;

import org.jspecify.annotations.NullMarked;
