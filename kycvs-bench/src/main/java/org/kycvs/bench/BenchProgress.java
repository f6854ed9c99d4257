package org.kycvs.bench;

/** Is told what a benchmark is doing. */
@FunctionalInterface
public interface BenchProgress {
  /** For who does not want to know. */
  BenchProgress NONE = doing -> {};

  /** What is being done now, in a few words; it replaces what was told before. */
  void tell(String doing);
}
