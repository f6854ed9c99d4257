package org.kycvs.sealing.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.crypto.Seal;

/**
 * The sealed values of one row; one may be missing.
 *
 * @param key the row's key, as texts
 * @param sealed the values as they are
 * @param boundTo what each is bound to
 */
record SealedRow(List<String> key, @Nullable byte[][] sealed, List<String> boundTo) {

  static SealedRow read(ResultSet row, SealedTable table) throws SQLException {
    int column = 1;
    List<String> key = new ArrayList<>();
    for (int i = 0; i < table.rowKey().size(); i++) {
      key.add(row.getString(column++));
    }
    @Nullable byte[][] sealed = new byte[table.columns().size()][];
    for (int i = 0; i < sealed.length; i++) {
      sealed[i] = row.getBytes(column++);
    }
    List<String> boundTo = new ArrayList<>();
    for (int i = 0; i < sealed.length; i++) {
      boundTo.add(row.getString(column++));
    }
    return new SealedRow(key, sealed, boundTo);
  }

  /**
   * The values, those of older keys sealed anew; empty if all are of the current key.
   *
   * @throws IllegalStateException if one does not open
   */
  Optional<@Nullable byte[][]> sealedAnew(Seal seal) {
    @Nullable byte[][] anew = sealed.clone();
    boolean isAnother = false;
    for (int i = 0; i < anew.length; i++) {
      byte[] value = sealed[i];
      if (value != null && !seal.isOfCurrentKey(value)) {
        anew[i] = seal.sealAnew(value, boundTo.get(i));
        isAnother = true;
      }
    }
    return isAnother ? Optional.of(anew) : Optional.empty();
  }
}
