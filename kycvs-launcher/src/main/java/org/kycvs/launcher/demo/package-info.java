/** The demonstration: the main journey as a verifier's program and a person's phone see it. */
@NullMarked
package org.kycvs.launcher.demo;

import org.jspecify.annotations.NullMarked;
