package org.kycvs.systemtest.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Says that a test class has servers of its own. It runs beside those that share one, which come
 * one after the other. A class that cannot bear others beside it, such as one that measures times,
 * is {@link org.junit.jupiter.api.parallel.Isolated} instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
public @interface OwnServer {}
