/** An operator's message centre on loopback, spoken to by SMPP, with phones that show what came. */
@NullMarked
package org.kycvs.testing.smsc;

import org.jspecify.annotations.NullMarked;
