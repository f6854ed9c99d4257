package org.kycvs.registry.control;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.Person;
import org.kycvs.registry.entity.PersonId;
import org.kycvs.registry.entity.PersonName;
import org.kycvs.shared.mobile.MobileNumber;

/** Reads people with their doses: one round trip and one partition for one mobile. */
@Dependent
public class PersonStore {
  static final String SHARING =
      """
      SELECT p.reference, p.sealed_name, p.birth_year,
             d.dose_number, d.product, d.given_on, d.revoked_at
        FROM person p
        LEFT JOIN dose d ON d.mobile_index = p.mobile_index AND d.reference = p.reference
       WHERE p.mobile_index = ?
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
   * Everybody on this mobile, in no order; nobody knowing the mobile is an empty list.
   *
   * @throws EJBException caused by a {@link SQLException} if the database fails
   */
  public List<Person> sharing(MobileNumber mobile) {
    Map<Long, Entry> entries = new LinkedHashMap<>();
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(SHARING)) {
      select.setBytes(1, seals.index(mobile));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long reference = row.getLong("reference");
          Entry entry = entries.get(reference);
          if (entry == null) {
            entry = entry(reference, row);
            entries.put(reference, entry);
          }
          addDose(entry.doses(), row);
        }
      }
    } catch (SQLException e) {
      throw new EJBException("The registry cannot be read", e);
    }
    return entries.values().stream().map(Entry::person).toList();
  }

  private Entry entry(long reference, ResultSet row) throws SQLException {
    PersonName name = seals.openName(row.getBytes("sealed_name"), reference);
    return new Entry(reference, name, row.getInt("birth_year"), new ArrayList<>());
  }

  private static void addDose(List<Dose> doses, ResultSet row) throws SQLException {
    String product = row.getString("product");
    if (product == null) {
      return;
    }
    LocalDate givenOn = row.getObject("given_on", LocalDate.class);
    doses.add(new Dose(row.getInt("dose_number"), product, givenOn, instant(row, "revoked_at")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** A person whose doses are still being read. */
  private record Entry(long reference, PersonName name, int birthYear, List<Dose> doses) {
    Person person() {
      return new Person(PersonId.ofReference(reference), name, birthYear, doses);
    }
  }
}
