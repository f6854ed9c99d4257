/** One question about one person, from request to answer. */
@NullMarked
package org.kycvs.verification.entity;

import org.jspecify.annotations.NullMarked;
