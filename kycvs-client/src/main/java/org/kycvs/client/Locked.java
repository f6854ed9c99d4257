package org.kycvs.client;

/** Three wrong codes came before: this verification takes no more, ask anew. */
public record Locked() implements Confirmation, Resending {}
