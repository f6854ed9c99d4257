/** The demonstration and the sample data that it needs. */
@NullMarked
package org.kycvs.launcher.demo;

import org.jspecify.annotations.NullMarked;
