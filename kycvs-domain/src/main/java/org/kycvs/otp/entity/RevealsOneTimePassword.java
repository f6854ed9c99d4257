package org.kycvs.otp.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the few places that may read a code's digits; elsewhere it does not compile. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RevealsOneTimePassword {
  /** Why this place must read them. */
  String because();
}
