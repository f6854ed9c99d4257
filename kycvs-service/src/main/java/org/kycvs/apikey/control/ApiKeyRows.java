package org.kycvs.apikey.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.ApiKeyHash;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.KeyLife;
import org.kycvs.apikey.entity.KeyLimits;
import org.kycvs.apikey.entity.KeyName;
import org.kycvs.apikey.entity.LastUse;
import org.kycvs.apikey.entity.ListedApiKey;
import org.kycvs.shared.address.AddressRange;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/** Reads keys from rows, and writes their lists as texts with blanks. */
final class ApiKeyRows {
  /** What a key is read from. */
  static final String COLUMNS =
      " id, organisation_id, mode, name, key_hash, array_to_string(scopes, ' ') AS scopes,"
          + " array_to_string(addresses, ' ') AS addresses, created_at, created_by, expires_at,"
          + " revoked_at, replaced_by, default_purpose ";

  private ApiKeyRows() {}

  static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        new ApiKeyId(row.getString("id")),
        new KeyName(
            new OrganisationId(row.getString("organisation_id")),
            Mode.valueOf(row.getString("mode")),
            row.getString("name")),
        new ApiKeyHash(row.getBytes("key_hash")),
        new KeyLimits(
            Set.copyOf(words(row.getString("scopes"), ApiKeyScope::ofWire)),
            words(row.getString("addresses"), AddressRange::parse),
            time(row, "expires_at"),
            Optional.ofNullable(row.getString("default_purpose"))),
        new KeyLife(
            time(row, "created_at").orElseThrow(),
            row.getString("created_by"),
            Optional.ofNullable(row.getString("replaced_by")).map(ApiKeyId::new),
            time(row, "revoked_at")));
  }

  /** With {@code last_used_at} and {@code last_used_from} besides. */
  static ListedApiKey listed(ResultSet row) throws SQLException {
    Optional<Instant> at = time(row, "last_used_at");
    Optional<AddressRange> from =
        Optional.ofNullable(row.getString("last_used_from")).flatMap(AddressRange::parse);
    return new ListedApiKey(
        key(row), at.flatMap(when -> from.map(network -> new LastUse(when, network))));
  }

  static String scopes(KeyLimits limits) {
    return String.join(
        " ", EnumSet.copyOf(limits.scopes()).stream().map(ApiKeyScope::wire).toList());
  }

  static String addresses(KeyLimits limits) {
    return String.join(" ", limits.addresses().stream().map(AddressRange::toString).toList());
  }

  private static <T> List<T> words(String text, Function<String, Optional<T>> word) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(" ", -1)).map(word).map(Optional::orElseThrow).toList();
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
