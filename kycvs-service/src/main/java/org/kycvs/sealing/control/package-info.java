/** Reads and swaps sealed values of all tables, as the tables' features describe them. */
@NullMarked
package org.kycvs.sealing.control;

import org.jspecify.annotations.NullMarked;
