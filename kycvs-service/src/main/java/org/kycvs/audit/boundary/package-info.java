/** The way in to the audit log. */
@NullMarked
package org.kycvs.audit.boundary;

import org.jspecify.annotations.NullMarked;
