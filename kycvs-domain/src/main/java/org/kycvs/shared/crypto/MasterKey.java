package org.kycvs.shared.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The secret of the whole installation. Every use has a key of its own, derived from it with the
 * use's label.
 *
 * <p>It may have several lines, see {@link MasterKeyLines}: keyed hashes come from the first, for
 * ever; values are sealed with the last, and open with each. Where it was read from a file that
 * changes, what it seals with changes along, within seconds; what is in use need not be made anew.
 *
 * <p>It reveals nothing in {@link #toString} and cannot be read back.
 */
public final class MasterKey {
  private final MasterKeySource source;
  private final Optional<Path> file;

  private MasterKey(MasterKeySource source, Optional<Path> file) {
    this.source = source;
    this.file = file;
  }

  /**
   * From the text of a key file. It stays as it is.
   *
   * @throws IllegalArgumentException if it is anything else; the message does not repeat the text
   */
  public static MasterKey parse(String text) {
    return new MasterKey(MasterKeySource.fixed(MasterKeyLines.parse(text)), Optional.empty());
  }

  /**
   * From a file, whose changes it follows.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is no key file; the message does not repeat its text
   */
  public static MasterKey of(Path file) throws IOException {
    WatchedKeyFile watched = WatchedKeyFile.open(file, System::nanoTime);
    return new MasterKey(watched, Optional.of(watched.file()));
  }

  static MasterKey of(MasterKeySource source) {
    return new MasterKey(source, Optional.empty());
  }

  /** The keyed hash for the uses that a label names. The rotation of keys does not change it. */
  public KeyedHash keyedHash(String label) {
    return new KeyedHash(label, source.now().root().derive(label));
  }

  /** The MAC of the tokens that a label names. The rotation of keys does not change it. */
  public TokenMac tokenMac(String label) {
    return new TokenMac(source.now().root().derive(label));
  }

  /** The seal for the values that a label names. */
  public Seal seal(String label) {
    return new Seal(label, source);
  }

  /** Its lines without their secrets, the root first, as known a few seconds ago at most. */
  public List<KnownMasterKey> keys() {
    return source.now().keys();
  }

  /** As {@link #keys}, but looks at the file now. */
  public List<KnownMasterKey> keysAtOnce() {
    return source.atOnce().keys();
  }

  /** The file that it was read from, if it was. */
  public Optional<Path> file() {
    return file;
  }

  @Override
  public String toString() {
    return "MasterKey(secret)";
  }
}
