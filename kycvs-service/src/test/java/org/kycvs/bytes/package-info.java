/** What is kept and signed, byte by byte. */
@NullMarked
package org.kycvs.bytes;

import org.jspecify.annotations.NullMarked;
