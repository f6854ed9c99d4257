/** The command that measures, on databases that are thrown away. */
@NullMarked
package org.kycvs.launcher.bench;

import org.jspecify.annotations.NullMarked;
