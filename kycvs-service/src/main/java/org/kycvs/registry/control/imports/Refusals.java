package org.kycvs.registry.control.imports;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.List;

/** The refused rows of one file: all are counted, the first are kept. */
final class Refusals {
  private static final int KEPT = 1_000;

  private final List<RefusedRow> first = new ArrayList<>();
  private long count;

  void add(RefusedRow row) {
    count++;
    if (first.size() < KEPT) {
      first.add(row);
    }
  }

  long count() {
    return count;
  }

  /** The rows that were kept, in order of lines. */
  List<RefusedRow> first() {
    return first.stream().sorted(comparingLong(RefusedRow::line)).toList();
  }
}
