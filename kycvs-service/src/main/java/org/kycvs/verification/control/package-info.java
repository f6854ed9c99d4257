/** How verifications are kept, listed and answered. */
@NullMarked
package org.kycvs.verification.control;

import org.jspecify.annotations.NullMarked;
