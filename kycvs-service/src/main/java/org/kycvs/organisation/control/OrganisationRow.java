package org.kycvs.organisation.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.organisation.entity.ListedOrganisation;
import org.kycvs.organisation.entity.OrganisationLimit;
import org.kycvs.organisation.entity.OrganisationLimits;
import org.kycvs.organisation.entity.OrganisationProfile;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.id.OrganisationId;

/** One organisation with its purposes, as the list's query gives it. */
record OrganisationRow(ResultSet row, Seal notes) {

  ListedOrganisation listed() throws SQLException {
    String purposes = row.getString("purposes");
    return new ListedOrganisation(
        new OrganisationId(row.getString("id")),
        new OrganisationProfile(
            row.getString("legal_name"), row.getString("short_name"), row.getString("contact")),
        time("created_at").orElseThrow(),
        row.getString("state").equals("SUSPENDED") ? Optional.of(suspension()) : Optional.empty(),
        purposes.isEmpty() ? List.of() : List.of(purposes.split(" ", -1)));
  }

  static OrganisationLimits limits(ResultSet row) throws SQLException {
    Map<OrganisationLimit, Integer> own = new EnumMap<>(OrganisationLimit.class);
    for (OrganisationLimit limit : OrganisationLimit.values()) {
      Integer number = row.getObject(limit.column(), Integer.class);
      if (number != null) {
        own.put(limit, number);
      }
    }
    return new OrganisationLimits(own);
  }

  private ListedOrganisation.Suspension suspension() throws SQLException {
    String id = row.getString("id");
    return new ListedOrganisation.Suspension(
        time("suspended_at"),
        Optional.ofNullable(row.getString("suspended_by")),
        Optional.ofNullable(row.getBytes("sealed_reason")).map(bytes -> notes.openText(bytes, id)));
  }

  private Optional<Instant> time(String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
