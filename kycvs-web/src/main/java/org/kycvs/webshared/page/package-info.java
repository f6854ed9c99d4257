/** What all pages without a portal share: their frame, the landing page, error pages. */
@NullMarked
package org.kycvs.webshared.page;

import org.jspecify.annotations.NullMarked;
