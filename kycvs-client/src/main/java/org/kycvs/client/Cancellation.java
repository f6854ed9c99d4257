package org.kycvs.client;

/** What became of the wish to take a question back: either way it takes no code any more. */
public sealed interface Cancellation permits Cancelled, Ended {}
