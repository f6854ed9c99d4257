/** Trying anybody's checker of statements on the conformance kit. */
@NullMarked
package org.kycvs.launcher.conformance;

import org.jspecify.annotations.NullMarked;
