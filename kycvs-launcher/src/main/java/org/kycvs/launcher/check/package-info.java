/** The command that checks statements. */
@NullMarked
package org.kycvs.launcher.check;

import org.jspecify.annotations.NullMarked;
