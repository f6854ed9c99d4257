/** How an audit entry gets its bytes. */
@NullMarked
package org.kycvs.audit.control;

import org.jspecify.annotations.NullMarked;
