/** The way in for calls that carry an API key. */
@NullMarked
package org.kycvs.apikey.boundary;

import org.jspecify.annotations.NullMarked;
