package org.kycvs.registry.control.imports;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills a table with {@link BinaryRows}. */
final class BinaryCopy implements AutoCloseable {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final byte[] NO_FLAGS_NO_EXTENSION = new byte[2 * Integer.BYTES];
  private static final short END = -1;

  private final CopyIn copy;

  BinaryCopy(Connection connection, String table) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN (FORMAT BINARY)");
    write(SIGNATURE);
    write(NO_FLAGS_NO_EXTENSION);
  }

  /** Adds rows. */
  void write(byte[] rows) throws SQLException {
    copy.writeToCopy(rows, 0, rows.length);
  }

  /** Ends the table's filling. */
  void finish() throws SQLException {
    write(ByteBuffer.allocate(Short.BYTES).putShort(END).array());
    long rows = copy.endCopy();
    if (rows < 0) {
      throw new SQLException("The copy did not end");
    }
  }

  /** Gives the copy up, if it was not finished. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
