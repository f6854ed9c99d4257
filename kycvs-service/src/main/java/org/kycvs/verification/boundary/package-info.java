/** The main journey: ask, send, confirm, answer. */
@NullMarked
package org.kycvs.verification.boundary;

import org.jspecify.annotations.NullMarked;
