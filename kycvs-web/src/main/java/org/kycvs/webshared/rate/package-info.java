/** Limits of requests at the edge of the API, and the headers that tell how they stand. */
@NullMarked
package org.kycvs.webshared.rate;

import org.jspecify.annotations.NullMarked;
