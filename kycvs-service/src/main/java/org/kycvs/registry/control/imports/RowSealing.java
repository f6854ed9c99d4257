package org.kycvs.registry.control.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.kycvs.registry.control.PersonSeals;

/**
 * Checks and seals the lines of a file on all processors, a few hundred lines at a time, and gives
 * them back in the order of the file. No more is read ahead than the processors can work on.
 */
final class RowSealing implements AutoCloseable {
  private static final int LINES = 500;

  private final RegistryCsv csv;
  private final RowParser parser;
  private final PersonSeals seals;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers = Executors.newFixedThreadPool(processors);
  private final Deque<Future<SealedRows>> underWay = new ArrayDeque<>();

  RowSealing(RegistryCsv csv, RowParser parser, PersonSeals seals) {
    this.csv = csv;
    this.parser = parser;
    this.seals = seals;
  }

  /**
   * The next lines; null after the last.
   *
   * @throws IOException if the file cannot be read, or the thread is interrupted
   */
  @Nullable SealedRows next() throws IOException {
    while (underWay.size() <= processors) {
      List<CsvLine> lines = lines();
      if (lines.isEmpty()) {
        break;
      }
      underWay.add(workers.submit(() -> SealedRows.of(lines, parser, seals)));
    }
    Future<SealedRows> first = underWay.poll();
    return first == null ? null : sealed(first);
  }

  private List<CsvLine> lines() throws IOException {
    List<CsvLine> lines = new ArrayList<>(LINES);
    while (lines.size() < LINES) {
      CsvLine line = csv.next();
      if (line == null) {
        break;
      }
      lines.add(line);
    }
    return lines;
  }

  private static SealedRows sealed(Future<SealedRows> rows) throws IOException {
    try {
      return rows.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The import was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IOException("A row could not be sealed", e.getCause());
    }
  }

  /** Ends the work, also what is under way. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
