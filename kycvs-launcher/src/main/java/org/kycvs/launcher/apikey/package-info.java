/** The command {@code api-key}: the keys of organisations. */
@NullMarked
package org.kycvs.launcher.apikey;

import org.jspecify.annotations.NullMarked;
