/** The documentation site: what its samples do, and how its pages look. */
@NullMarked
package org.kycvs.systemtest.docs;

import org.jspecify.annotations.NullMarked;
