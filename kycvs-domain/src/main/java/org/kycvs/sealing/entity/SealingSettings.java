package org.kycvs.sealing.entity;

import org.kycvs.shared.settings.Settings;

/**
 * How fast what is kept is sealed anew after a rotation of the master key.
 *
 * @param rowsPerSecond how many rows a second are looked at, over all nodes ({@code
 *     kycvs.sealing.rows-per-second}, 1 to 100,000)
 */
public record SealingSettings(int rowsPerSecond) {

  /** Reads it; 1,000 unless set otherwise. */
  public static SealingSettings from(Settings settings) {
    return new SealingSettings(settings.number("kycvs.sealing.rows-per-second", 1_000, 1, 100_000));
  }
}
