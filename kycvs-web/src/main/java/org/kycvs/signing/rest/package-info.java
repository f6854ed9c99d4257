/** Public documents about our signing keys, under {@code /.well-known}. */
@NullMarked
package org.kycvs.signing.rest;

import org.jspecify.annotations.NullMarked;
