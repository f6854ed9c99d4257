/** What tests of several features share. */
@NullMarked
package org.kycvs.testing;

import org.jspecify.annotations.NullMarked;
