/** Making, keeping and using signing keys; the only package that touches private keys. */
@NullMarked
package org.kycvs.signing.control;

import org.jspecify.annotations.NullMarked;
