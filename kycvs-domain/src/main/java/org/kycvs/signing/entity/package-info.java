/** Signing keys, and what is signed with them: statements and receipts. */
@NullMarked
package org.kycvs.signing.entity;

import org.jspecify.annotations.NullMarked;
