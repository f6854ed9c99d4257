package org.kycvs.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A page of verifications, newest first. */
public final class HistoryPage {
  private final List<Verification> items;
  private final Optional<Supplier<HistoryPage>> next;

  HistoryPage(List<Verification> items, Optional<Supplier<HistoryPage>> next) {
    this.items = List.copyOf(items);
    this.next = next;
  }

  /** Those of this page, newest first; may be none. */
  public List<Verification> items() {
    return items;
  }

  /** Whether there is another page. */
  public boolean hasNext() {
    return next.isPresent();
  }

  /**
   * Fetches the page after this one; empty after the last. What was asked after the first page was
   * fetched does not come.
   */
  public Optional<HistoryPage> next() {
    return next.map(Supplier::get);
  }
}
