package org.kycvs.registry.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.kycvs.registry.entity.Dose;

/** Doses as queries give them: the columns of the database's type {@code dose}. */
public final class DoseRows {

  private DoseRows() {}

  /** The row's dose, as corrected if it was. */
  public static Dose dose(ResultSet row) throws SQLException {
    String correctedProduct = row.getString("corrected_product");
    LocalDate correctedDay = row.getObject("corrected_day", LocalDate.class);
    OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
    return new Dose(
        row.getInt("number"),
        correctedProduct == null ? row.getString("product") : correctedProduct,
        correctedDay == null ? row.getObject("given_on", LocalDate.class) : correctedDay,
        revokedAt == null ? null : revokedAt.toInstant());
  }
}
