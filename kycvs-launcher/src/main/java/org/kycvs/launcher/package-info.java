/** The command line: one class a command. */
@NullMarked
package org.kycvs.launcher;

import org.jspecify.annotations.NullMarked;
