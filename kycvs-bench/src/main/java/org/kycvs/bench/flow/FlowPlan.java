package org.kycvs.bench.flow;

/**
 * What is to be measured.
 *
 * @param seconds how long each measurement takes, that of pgbench too
 * @param warmUp seconds of the same before each measurement of the service
 * @param callers how many call at once
 * @param people how many are in the registry
 * @param repeat how often service and pgbench take turns; medians are told
 * @param seed the same seed makes the same people
 * @param pgbench whether pgbench is run at all
 */
public record FlowPlan(
    int seconds, int warmUp, int callers, long people, int repeat, long seed, boolean pgbench) {}
