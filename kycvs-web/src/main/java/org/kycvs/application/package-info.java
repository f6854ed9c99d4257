/** Which resources live under which path. */
@NullMarked
package org.kycvs.application;

import org.jspecify.annotations.NullMarked;
