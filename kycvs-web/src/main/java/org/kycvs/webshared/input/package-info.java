/** Checking what comes in, part by part. */
@NullMarked
package org.kycvs.webshared.input;

import org.jspecify.annotations.NullMarked;
