/** Texts as QR codes. */
@NullMarked
package org.kycvs.webshared.qr;

import org.jspecify.annotations.NullMarked;
