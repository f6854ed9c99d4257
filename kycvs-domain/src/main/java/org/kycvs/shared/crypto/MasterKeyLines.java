package org.kycvs.shared.crypto;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kycvs.shared.id.RandomText;

/**
 * The text of a master-key file: lines, each the standard base64 of 32 bytes; blank lines and those
 * that begin with {@code #} mean nothing. From the first, the root, all keyed hashes come; each
 * opens what was sealed with it; the last seals. A last line that begins with {@code next} only
 * opens so far: so every node can have a key before any node seals with it.
 *
 * <p>Immutable; shows no secret but in {@link #text}.
 */
public final class MasterKeyLines {
  private static final String NEXT = "next";

  private final List<String> lines;
  private final List<MasterSecret> secrets;
  private final boolean lastIsPrepared;

  private MasterKeyLines(List<String> lines, List<MasterSecret> secrets, boolean lastIsPrepared) {
    this.lines = lines;
    this.secrets = secrets;
    this.lastIsPrepared = lastIsPrepared;
  }

  /**
   * Reads the text of a file.
   *
   * @throws IllegalArgumentException if it is no such text; the message says which line is what,
   *     and does not repeat it
   */
  public static MasterKeyLines parse(String text) {
    List<String> lines = text.lines().toList();
    List<MasterSecret> secrets = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    boolean lastIsPrepared = false;
    for (int i = 0; i < lines.size(); i++) {
      if (!isKey(lines.get(i))) {
        continue;
      }
      if (lastIsPrepared) {
        throw new IllegalArgumentException("a line after the one that is marked 'next'");
      }
      lastIsPrepared = isPrepared(lines.get(i));
      MasterSecret secret = secret(lines.get(i), i + 1);
      if (!ids.add(secret.id())) {
        throw new IllegalArgumentException("the same key twice, again in line " + (i + 1));
      }
      secrets.add(secret);
    }
    if (secrets.isEmpty() || (lastIsPrepared && secrets.size() == 1)) {
      throw new IllegalArgumentException("without a key");
    }
    return new MasterKeyLines(lines, List.copyOf(secrets), lastIsPrepared);
  }

  /** The text, with all secrets. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /** The keys in their order, the root first. */
  public List<KnownMasterKey> keys() {
    MasterSecret root = root();
    MasterSecret sealing = sealing();
    return secrets.stream()
        .map(
            secret ->
                new KnownMasterKey(
                    secret.id(),
                    secret == root,
                    secret == sealing,
                    lastIsPrepared && secret == secrets.get(secrets.size() - 1)))
        .toList();
  }

  /**
   * With a new random key that opens, but does not seal yet.
   *
   * @throws IllegalStateException if there is a prepared one
   */
  public MasterKeyLines prepared() {
    if (lastIsPrepared) {
      throw new IllegalStateException("A key is prepared");
    }
    return with(NEXT + " " + random());
  }

  /** With the prepared key sealing, or, if none is prepared, a new random one. */
  public MasterKeyLines rotated() {
    if (!lastIsPrepared) {
      return with(random());
    }
    return parse(
        String.join(
            "\n",
            lines.stream()
                .map(
                    line -> isPrepared(line) ? line.strip().substring(NEXT.length()).strip() : line)
                .toList()));
  }

  /** Without a key that is neither the root nor the one that seals. */
  public MasterKeyLines without(String id) {
    if (root().id().equals(id) || sealing().id().equals(id)) {
      throw new IllegalArgumentException("Key " + id + " cannot go");
    }
    return parse(
        String.join(
            "\n",
            lines.stream()
                .filter(line -> !isKey(line) || !secret(line, 0).id().equals(id))
                .toList()));
  }

  /**
   * These others, if they may follow upon these while a server runs.
   *
   * @throws IllegalArgumentException if they have another root, or lack the key that sealed so far
   */
  MasterKeyLines followedBy(MasterKeyLines others) {
    if (!others.root().id().equals(root().id())) {
      throw new IllegalArgumentException("with another key in its first line, the root");
    }
    String sealing = sealing().id();
    if (others.secrets.stream().noneMatch(secret -> secret.id().equals(sealing))) {
      throw new IllegalArgumentException(
          "without the key " + sealing + ", which seals and is still needed");
    }
    return others;
  }

  List<MasterSecret> secrets() {
    return secrets;
  }

  MasterSecret root() {
    return secrets.get(0);
  }

  MasterSecret sealing() {
    return secrets.get(secrets.size() - (lastIsPrepared ? 2 : 1));
  }

  private MasterKeyLines with(String line) {
    List<String> more = new ArrayList<>(lines);
    more.add(line);
    return parse(String.join("\n", more));
  }

  private static String random() {
    return Base64.getEncoder().encodeToString(RandomText.bytes(MasterSecret.LENGTH));
  }

  private static boolean isKey(String line) {
    return !line.isBlank() && !line.strip().startsWith("#");
  }

  private static boolean isPrepared(String line) {
    return line.strip().startsWith(NEXT + " ");
  }

  private static MasterSecret secret(String line, int number) {
    String base64 = isPrepared(line) ? line.strip().substring(NEXT.length()) : line;
    try {
      return MasterSecret.parse(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + " in line " + number, e);
    }
  }

  @Override
  public String toString() {
    return "MasterKeyLines" + keys();
  }
}
