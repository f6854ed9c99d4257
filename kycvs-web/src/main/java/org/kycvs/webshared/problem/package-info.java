/** Problems as RFC 9457 documents. */
@NullMarked
package org.kycvs.webshared.problem;

import org.jspecify.annotations.NullMarked;
