/** The command {@code master-key}: which keys seal what is kept, and their rotation. */
@NullMarked
package org.kycvs.launcher.masterkey;

import org.jspecify.annotations.NullMarked;
