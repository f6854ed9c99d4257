/** The native API: verifications. */
@NullMarked
package org.kycvs.verification.rest;

import org.jspecify.annotations.NullMarked;
