package org.kycvs.apikey.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks keyed calls where {@code x-api-key} goes before {@code Authorization}: their clients may
 * still have the token of an earlier call there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OwnHeaderFirst {}
