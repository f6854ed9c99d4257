/** Attacks on the running system: what it must withstand, whoever tries it. */
@NullMarked
package org.kycvs.systemtest.attack;

import org.jspecify.annotations.NullMarked;
