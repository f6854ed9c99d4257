package org.kycvs.shared.crypto;

/** Where the keys come from; they may change, the root never. */
interface MasterKeySource {

  /** The keys, as known a few seconds ago at most. */
  MasterKeyLines now();

  /** The keys, looked at again. */
  MasterKeyLines atOnce();

  /** Keys that stay as they are. */
  static MasterKeySource fixed(MasterKeyLines lines) {
    return new MasterKeySource() {
      @Override
      public MasterKeyLines now() {
        return lines;
      }

      @Override
      public MasterKeyLines atOnce() {
        return lines;
      }
    };
  }
}
