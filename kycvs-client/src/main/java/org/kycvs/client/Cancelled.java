package org.kycvs.client;

/** It was taken back, and its code is worth nothing any more. */
public record Cancelled() implements Cancellation {}
