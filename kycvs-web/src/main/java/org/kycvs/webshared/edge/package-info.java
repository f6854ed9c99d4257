/** What every request meets first: an id, limits, headers. */
@NullMarked
package org.kycvs.webshared.edge;

import org.jspecify.annotations.NullMarked;
