/** The command that takes registry files in. */
@NullMarked
package org.kycvs.launcher.imports;

import org.jspecify.annotations.NullMarked;
