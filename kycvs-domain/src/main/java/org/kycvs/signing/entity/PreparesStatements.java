package org.kycvs.signing.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the code that may prepare a statement or a receipt for signing. Only the verification
 * feature, which has seen the person's consent and written it down, and tests of signing may carry
 * it; elsewhere {@link PreparedStatement#of} and {@link PreparedReceipt#of} do not compile.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PreparesStatements {}
