/** Which resources live under which path. */
@NullMarked
package org.kycvs.webshared.application;

import org.jspecify.annotations.NullMarked;
