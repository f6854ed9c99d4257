package org.kycvs.bench.uniformity;

/**
 * What is to be measured.
 *
 * @param samples how many people of each kind are asked about
 * @param warmUp how many are asked about before, of all kinds
 * @param seed the same seed makes the same people in the same order
 */
public record UniformityPlan(int samples, int warmUp, long seed) {}
