/** Holds the structure of the whole application. */
@NullMarked
package org.kycvs.architecture;

import org.jspecify.annotations.NullMarked;
