/** One-time passwords, and what a code is good for. */
@NullMarked
package org.kycvs.otp.entity;

import org.jspecify.annotations.NullMarked;
