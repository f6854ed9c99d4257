/** The clock, and which day it is for a person in the country served. */
@NullMarked
package org.kycvs.shared.time;

import org.jspecify.annotations.NullMarked;
