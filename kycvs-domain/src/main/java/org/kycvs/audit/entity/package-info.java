/** Entries of the audit log and the acts that they tell of. */
@NullMarked
package org.kycvs.audit.entity;

import org.jspecify.annotations.NullMarked;
