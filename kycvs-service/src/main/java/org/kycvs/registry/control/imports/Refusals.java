package org.kycvs.registry.control.imports;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The refused rows of one file, in order of lines. All are counted; the first million found are
 * kept, in 8 bytes each, so that a file of nothing but refused rows fits into memory, too.
 */
public final class Refusals {
  private static final int KEPT = 1_000_000;
  private static final int FIRST_CAPACITY = 64;
  private static final int BYTE = 8;
  private static final int BYTE_MASK = 0xFF;
  private static final RegistryColumn[] COLUMNS = RegistryColumn.values();
  private static final RefusalReason[] REASONS = RefusalReason.values();

  private long[] packed = new long[FIRST_CAPACITY];
  private int kept;
  private long count;

  void add(RefusedRow row) {
    count++;
    if (kept == KEPT) {
      return;
    }
    if (kept == packed.length) {
      packed = Arrays.copyOf(packed, Math.min(KEPT, 2 * kept));
    }
    packed[kept++] = pack(row);
  }

  /** How many rows were refused. */
  public long count() {
    return count;
  }

  /** The rows that were kept, in order of lines. */
  public Stream<RefusedRow> rows() {
    Arrays.sort(packed, 0, kept);
    return Arrays.stream(packed, 0, kept).mapToObj(Refusals::unpack);
  }

  /** The line comes first, so that numbers sort as lines do. */
  private static long pack(RefusedRow row) {
    int column = row.column().map(Enum::ordinal).orElse(COLUMNS.length);
    return row.line() << 2 * BYTE | (long) column << BYTE | row.reason().ordinal();
  }

  private static RefusedRow unpack(long packed) {
    RefusalReason reason = REASONS[(int) (packed & BYTE_MASK)];
    int column = (int) (packed >> BYTE & BYTE_MASK);
    long line = packed >> 2 * BYTE;
    return column == COLUMNS.length
        ? new RefusedRow(line, reason)
        : new RefusedRow(line, COLUMNS[column], reason);
  }
}
