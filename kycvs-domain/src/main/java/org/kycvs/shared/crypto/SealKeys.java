package org.kycvs.shared.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one label's seal has of each line of the master-key file. */
final class SealKeys {
  private final MasterKeyLines lines;
  private final Map<String, SealKey> byMasterKey = new LinkedHashMap<>();
  private final SealKey sealing;

  SealKeys(MasterKeyLines lines, String label) {
    this.lines = lines;
    for (MasterSecret secret : lines.secrets()) {
      byMasterKey.put(secret.id(), SealKey.of(secret.derive(label)));
    }
    this.sealing = SealKey.of(lines.sealing().derive(label));
  }

  boolean areOf(MasterKeyLines others) {
    return lines == others;
  }

  SealKey sealing() {
    return sealing;
  }

  /** Those with this id: one, but for a chance of one in 2^32. */
  List<SealKey> withId(byte[] id) {
    return byMasterKey.values().stream().filter(key -> Arrays.equals(key.id(), id)).toList();
  }

  /** The master keys' ids by the ids, in hexadecimal, that sealed values have. */
  Map<String, String> ids() {
    Map<String, String> ids = new LinkedHashMap<>();
    byMasterKey.forEach((masterKey, key) -> ids.put(HexFormat.of().formatHex(key.id()), masterKey));
    return ids;
  }
}
