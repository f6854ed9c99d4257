/** Whether this node can serve. */
@NullMarked
package org.kycvs.webshared.health;

import org.jspecify.annotations.NullMarked;
