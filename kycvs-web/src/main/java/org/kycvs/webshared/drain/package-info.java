/** Stopping without cutting anybody off. */
@NullMarked
package org.kycvs.webshared.drain;

import org.jspecify.annotations.NullMarked;
