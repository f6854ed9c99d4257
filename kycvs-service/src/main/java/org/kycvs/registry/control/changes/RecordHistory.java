package org.kycvs.registry.control.changes;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kycvs.registry.control.DoseRows;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.InspectedRecord;
import org.kycvs.registry.entity.RecordVersion;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * Records with all their versions, opened for an operator.
 *
 * <p>Needs no container.
 */
public final class RecordHistory {
  private static final String ON_MOBILE =
      "SELECT reference FROM person WHERE mobile_index = ? ORDER BY reference";

  private static final String PERSON =
      "SELECT person FROM merged_record WHERE reference = ? AND split_by IS NULL";

  private static final String VERSIONS =
      """
      SELECT c.id, c.kind, c.made_at, c.made_by, c.sealed_reason, v.sealed_name, v.sealed_mobile,
             v.birth_year, d.*
        FROM (SELECT change, sealed_name, sealed_mobile, birth_year, doses, true AS in_force
                FROM person WHERE reference = ?
              UNION ALL
              SELECT change, sealed_name, sealed_mobile, birth_year, doses, false
                FROM person_version WHERE reference = ?) v
        JOIN registry_change c ON c.number = v.change
        LEFT JOIN LATERAL unnest(v.doses) d ON true
       ORDER BY v.in_force DESC, c.made_at DESC, c.number DESC, d.number
      """;

  private final RecordTransaction transaction;
  private final PersonSeals seals;

  /** In this transaction. */
  public RecordHistory(RecordTransaction transaction) {
    this.transaction = transaction;
    this.seals = new PersonSeals(transaction.key());
  }

  /** All records on this mobile, in order of references. */
  public List<InspectedRecord> on(MobileNumber mobile) throws SQLException {
    List<Long> references = new ArrayList<>();
    try (PreparedStatement select = transaction.connection().prepareStatement(ON_MOBILE)) {
      select.setBytes(1, seals.index(mobile));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          references.add(row.getLong(1));
        }
      }
    }
    List<InspectedRecord> records = new ArrayList<>();
    for (long reference : references) {
      of(reference).ifPresent(records::add);
    }
    return records;
  }

  /** The record with this reference, if there is one. */
  public Optional<InspectedRecord> of(long reference) throws SQLException {
    List<RecordVersion> versions = versions(reference);
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(new InspectedRecord(reference, person(reference), versions));
  }

  private Optional<Long> person(long reference) throws SQLException {
    try (PreparedStatement select = transaction.connection().prepareStatement(PERSON)) {
      select.setLong(1, reference);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private List<RecordVersion> versions(long reference) throws SQLException {
    List<RecordVersion> versions = new ArrayList<>();
    try (PreparedStatement select = transaction.connection().prepareStatement(VERSIONS)) {
      select.setLong(1, reference);
      select.setLong(2, reference);
      try (ResultSet row = select.executeQuery()) {
        boolean more = row.next();
        while (more) {
          RecordVersion version = version(reference, row);
          List<Dose> doses = new ArrayList<>();
          do {
            if (row.getString("product") != null) {
              doses.add(DoseRows.dose(row));
            }
            more = row.next();
          } while (more && row.getString("id").equals(version.change()));
          versions.add(version.with(doses));
        }
      }
    }
    return versions;
  }

  private RecordVersion version(long reference, ResultSet row) throws SQLException {
    String change = row.getString("id");
    byte[] reason = row.getBytes("sealed_reason");
    return new RecordVersion(
        change,
        row.getString("kind"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"),
        Optional.ofNullable(reason).map(note -> transaction.notes().open(note, change)),
        seals.openName(row.getBytes("sealed_name"), reference),
        seals.openMobile(row.getBytes("sealed_mobile"), reference),
        row.getInt("birth_year"),
        List.of());
  }
}
