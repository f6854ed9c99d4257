package org.kycvs.sealing.entity;

import java.util.List;
import org.kycvs.shared.crypto.KnownMasterKey;

/**
 * The master key's lines, and what is sealed with which.
 *
 * @param keys the lines, the root first
 * @param counts what is sealed, by column and key
 * @param walks how far the tables were sealed anew
 */
public record MasterKeyStatus(
    List<KnownMasterKey> keys, List<SealCount> counts, List<WalkState> walks) {}
