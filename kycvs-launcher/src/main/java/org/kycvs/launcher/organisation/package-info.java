/** The command {@code organisation}: who is registered, and what they may ask for. */
@NullMarked
package org.kycvs.launcher.organisation;

import org.jspecify.annotations.NullMarked;
