/** Checking a statement offline, with nothing but the published keys. */
@NullMarked
package org.kycvs.launcher.check;

import org.jspecify.annotations.NullMarked;
