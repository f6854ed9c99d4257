/** The way in for calls that carry an API key, and for those who administer keys. */
@NullMarked
package org.kycvs.apikey.boundary;

import org.jspecify.annotations.NullMarked;
