/** What a development installation holds at its first run. */
@NullMarked
package org.kycvs.launcher.demodata;

import org.jspecify.annotations.NullMarked;
