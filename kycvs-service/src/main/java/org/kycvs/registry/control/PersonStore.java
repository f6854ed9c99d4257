package org.kycvs.registry.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.Person;
import org.kycvs.registry.entity.PersonId;
import org.kycvs.registry.entity.PersonName;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * Reads people with their doses: one round trip, one index and one partition for one mobile. Only
 * for a person whose records were merged the doses of the other records are read as well.
 */
@Dependent
public class PersonStore {
  static final String SHARING =
      """
      SELECT p.reference, p.sealed_name, p.birth_year, m.person, d.*
        FROM person p
        LEFT JOIN merged_record m ON m.reference = p.reference AND m.split_by IS NULL
        LEFT JOIN LATERAL unnest(p.doses) d ON true
       WHERE p.mobile_index = ?
      """;

  private static final String OF_OTHER_RECORDS =
      """
      SELECT d.*
        FROM merged_record m
        JOIN person p ON p.reference = m.reference
       CROSS JOIN LATERAL unnest(p.doses) d
       WHERE m.person = ? AND m.split_by IS NULL AND m.reference <> ?
      """;

  private final RegistryDatabase database;
  private final PersonSeals seals;

  /** With the database to read and the seals to open. */
  @Inject
  public PersonStore(RegistryDatabase database, PersonSeals seals) {
    this.database = database;
    this.seals = seals;
  }

  /**
   * Everybody on this mobile, in no order; nobody knowing the mobile is an empty list. A person of
   * whom two records have this mobile is there twice, with the same id and all doses each time.
   *
   * @throws RegistryUnreachableException if the database fails
   */
  public List<Person> sharing(MobileNumber mobile) {
    try (Connection connection = database.connect()) {
      List<Record> records = records(connection, mobile);
      for (Record record : records) {
        if (record.isMerged()) {
          record.doses().addAll(dosesOfOtherRecords(connection, record));
        }
      }
      return records.stream().map(Record::toPerson).toList();
    } catch (SQLException e) {
      throw new RegistryUnreachableException(e);
    }
  }

  private List<Record> records(Connection connection, MobileNumber mobile) throws SQLException {
    Map<Long, Record> records = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SHARING)) {
      select.setBytes(1, seals.index(mobile));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long reference = row.getLong("reference");
          Record record = records.get(reference);
          if (record == null) {
            record = record(reference, row);
            records.put(reference, record);
          }
          if (row.getString("product") != null) {
            record.doses().add(DoseRows.dose(row));
          }
        }
      }
    }
    return List.copyOf(records.values());
  }

  private Record record(long reference, ResultSet row) throws SQLException {
    PersonName name = seals.openName(row.getBytes("sealed_name"), reference);
    return new Record(
        reference, row.getLong("person"), name, row.getInt("birth_year"), new ArrayList<>());
  }

  private static List<Dose> dosesOfOtherRecords(Connection connection, Record record)
      throws SQLException {
    List<Dose> doses = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OF_OTHER_RECORDS)) {
      select.setLong(1, record.person);
      select.setLong(2, record.reference);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          doses.add(DoseRows.dose(row));
        }
      }
    }
    return doses;
  }

  /**
   * A record whose doses are still being read.
   *
   * @param person the record that stands for the person, 0 if this one stands alone
   */
  private record Record(
      long reference, long person, PersonName name, int birthYear, List<Dose> doses) {
    boolean isMerged() {
      return person != 0;
    }

    Person toPerson() {
      PersonId id = PersonId.ofReference(isMerged() ? person : reference);
      return new Person(id, name, birthYear, doses);
    }
  }
}
