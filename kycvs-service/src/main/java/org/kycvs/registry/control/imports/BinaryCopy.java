package org.kycvs.registry.control.imports;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills a table by {@code COPY … FROM STDIN BINARY} (PostgreSQL documentation, COPY, "Binary
 * Format"). Fields are written in the order and types of the table's columns.
 */
final class BinaryCopy implements AutoCloseable {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
  private static final int NULL = -1;
  private static final int END = -1;
  private static final int CHUNK = 1 << 16;

  private final CopyIn copy;
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(2 * CHUNK);
  private final DataOutputStream out = new DataOutputStream(chunk);

  BinaryCopy(Connection connection, String table) throws SQLException, IOException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN (FORMAT BINARY)");
    out.write(SIGNATURE);
    out.writeInt(0);
    out.writeInt(0);
  }

  /** Begins a row of so many fields. */
  BinaryCopy row(int fields) throws SQLException, IOException {
    if (chunk.size() >= CHUNK) {
      flush();
    }
    out.writeShort(fields);
    return this;
  }

  /** A {@code bigint}. */
  BinaryCopy bigint(long value) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(value);
    return this;
  }

  /** A {@code smallint}. */
  BinaryCopy smallint(int value) throws IOException {
    out.writeInt(Short.BYTES);
    out.writeShort(value);
    return this;
  }

  /** A {@code date}. */
  BinaryCopy date(LocalDate value) throws IOException {
    out.writeInt(Integer.BYTES);
    out.writeInt(Math.toIntExact(ChronoUnit.DAYS.between(EPOCH, value)));
    return this;
  }

  /** A {@code text}. */
  BinaryCopy text(String value) throws IOException {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A {@code bytea}. */
  BinaryCopy bytes(byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
    return this;
  }

  /** So many fields of no value. */
  BinaryCopy nulls(int fields) throws IOException {
    for (int field = 0; field < fields; field++) {
      out.writeInt(NULL);
    }
    return this;
  }

  /** Ends the table's filling. */
  void finish() throws SQLException, IOException {
    out.writeShort(END);
    flush();
    long rows = copy.endCopy();
    if (rows < 0) {
      throw new SQLException("The copy did not end");
    }
  }

  private void flush() throws SQLException {
    copy.writeToCopy(chunk.toByteArray(), 0, chunk.size());
    chunk.reset();
  }

  /** Gives the copy up, if it was not finished. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
