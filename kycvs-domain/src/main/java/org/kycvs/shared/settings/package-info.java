/** Reading configuration values, with one clear line for a wrong one. */
@NullMarked
package org.kycvs.shared.settings;

import org.jspecify.annotations.NullMarked;
