package org.kycvs.launcher.run;

/** What a start is for. */
public enum Pace {
  /** To serve: the JVM compiles fully, and makes what later starts save time with. */
  LONG_RUN,
  /** For one demonstration: up sooner, but at more than twice the CPU time a request when warm. */
  SHORT_RUN
}
