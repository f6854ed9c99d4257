/** Where things lie: the installation, and the data folder with its lock and secrets. */
@NullMarked
package org.kycvs.launcher.place;

import org.jspecify.annotations.NullMarked;
