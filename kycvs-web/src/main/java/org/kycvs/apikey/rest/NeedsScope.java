package org.kycvs.apikey.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.kycvs.apikey.entity.ApiKeyScope;

/** What an API key must be allowed to do for this call. Each keyed call has one. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NeedsScope {
  /** The scope. */
  ApiKeyScope value();
}
