package org.kycvs.registry.control.imports;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Rows as {@code COPY … (FORMAT BINARY)} has them (PostgreSQL documentation, COPY, "Binary
 * Format"). Fields are written in the order and types of the table's columns.
 */
final class BinaryRows {
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
  private static final int NULL = -1;

  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(rows);

  /** What was written so far. */
  byte[] bytes() {
    return rows.toByteArray();
  }

  /** Begins a row of so many fields. */
  BinaryRows row(int fields) throws IOException {
    out.writeShort(fields);
    return this;
  }

  /** A {@code bigint}. */
  BinaryRows bigint(long value) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(value);
    return this;
  }

  /** A {@code smallint}. */
  BinaryRows smallint(int value) throws IOException {
    out.writeInt(Short.BYTES);
    out.writeShort(value);
    return this;
  }

  /** A {@code date}. */
  BinaryRows date(LocalDate value) throws IOException {
    out.writeInt(Integer.BYTES);
    out.writeInt(Math.toIntExact(ChronoUnit.DAYS.between(EPOCH, value)));
    return this;
  }

  /** A {@code text}. */
  BinaryRows text(String value) throws IOException {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A {@code bytea}. */
  BinaryRows bytes(byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
    return this;
  }

  /** So many fields of no value. */
  BinaryRows nulls(int fields) throws IOException {
    for (int field = 0; field < fields; field++) {
      out.writeInt(NULL);
    }
    return this;
  }
}
