/** Who acts, as the audit log names them. */
@NullMarked
package org.kycvs.shared.actor;

import org.jspecify.annotations.NullMarked;
