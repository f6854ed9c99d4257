/** How consents and receipts are kept. */
@NullMarked
package org.kycvs.consent.control;

import org.jspecify.annotations.NullMarked;
