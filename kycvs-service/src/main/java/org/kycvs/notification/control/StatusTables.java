package org.kycvs.notification.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.notification.entity.GatewayStanding;
import org.kycvs.notification.entity.SmsChannel;
import org.kycvs.notification.entity.SmsStatus;
import org.kycvs.notification.entity.SmsStatus.NodeStanding;
import org.kycvs.notification.entity.SmsStatus.Outcomes;
import org.kycvs.notification.entity.SmsStatus.SetAside;
import org.kycvs.notification.entity.SmsStatus.Stop;
import org.kycvs.notification.entity.SmsStatus.Waiting;
import org.kycvs.shared.id.OrganisationId;

/** The tables of messages, as an operator looks at them over a connection. */
public final class StatusTables {
  private static final Duration SILENT = Duration.ofMinutes(1);
  private static final Duration LOOKED_BACK = Duration.ofHours(1);

  private static final String STANDINGS =
      """
      SELECT node, gateway, kind, state, since, coalesce(reason, '') FROM sms_gateway_standing
      WHERE seen_at > ? ORDER BY node, gateway
      """;
  private static final String WAITING =
      """
      SELECT count(*) FILTER (WHERE urgency = 0), count(*) FILTER (WHERE urgency > 0),
             min(created_at)
      FROM sms_outbox WHERE state = 'QUEUED'
      """;
  private static final String OUTCOMES =
      """
      SELECT gateway, count(*) FILTER (WHERE state IN ('SENT', 'DELIVERED', 'UNDELIVERED')),
             count(*) FILTER (WHERE state = 'DELIVERED'),
             count(*) FILTER (WHERE state = 'UNDELIVERED'),
             count(*) FILTER (WHERE state = 'IN_DOUBT')
      FROM sms_outbox
      WHERE submitted_at > ? AND gateway IS NOT NULL AND state <> 'SUPPRESSED' GROUP BY gateway
      ORDER BY gateway
      """;
  private static final String SET_ASIDE =
      """
      SELECT id, template, reference, coalesce(reason, ''), created_at, count(*) OVER ()
      FROM sms_outbox WHERE state = 'SET_ASIDE' ORDER BY id DESC LIMIT 20
      """;
  private static final String STOPS =
      """
      SELECT organisation_id, channel, sent, redeemed, until FROM sms_stop WHERE until > ?
      ORDER BY until
      """;
  private static final String RELEASE =
      "UPDATE sms_stop SET until = greatest(since, ?) WHERE organisation_id = ? AND until > ?";

  private final Connection connection;

  /** Over a connection. */
  public StatusTables(Connection connection) {
    this.connection = connection;
  }

  /** How it all stands. */
  public SmsStatus status(Instant now) throws SQLException {
    List<NodeStanding> nodes = rows(STANDINGS, now.minus(SILENT), StatusTables::standing);
    List<Outcomes> lastHour = rows(OUTCOMES, now.minus(LOOKED_BACK), StatusTables::outcomes);
    List<Stop> stops = rows(STOPS, now, StatusTables::stop);
    List<Long> inAll = new ArrayList<>();
    List<SetAside> setAside =
        rows(
            SET_ASIDE,
            null,
            row -> {
              inAll.add(row.getLong(6));
              return setAside(row);
            });
    Waiting waiting = rows(WAITING, null, StatusTables::waiting).get(0);
    return new SmsStatus(
        nodes, waiting, lastHour, setAside, inAll.isEmpty() ? 0 : inAll.get(0), stops);
  }

  /** Ends the stops of an organisation; false if it has none. */
  public boolean release(OrganisationId organisation, Instant now) throws SQLException {
    try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
      release.setTimestamp(1, Timestamp.from(now));
      release.setString(2, organisation.value());
      release.setTimestamp(3, Timestamp.from(now));
      return release.executeUpdate() > 0;
    }
  }

  private <T> List<T> rows(String sql, @Nullable Instant since, Row<T> read) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      if (since != null) {
        query.setTimestamp(1, Timestamp.from(since));
      }
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          rows.add(read.read(found));
        }
      }
    }
    return rows;
  }

  private static NodeStanding standing(ResultSet row) throws SQLException {
    return new NodeStanding(
        row.getString(1),
        new GatewayStanding(
            row.getString(2),
            row.getString(3),
            GatewayStanding.State.valueOf(row.getString(4)),
            row.getTimestamp(5).toInstant(),
            row.getString(6)));
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getLong(1),
        row.getLong(2),
        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant));
  }

  private static Outcomes outcomes(ResultSet row) throws SQLException {
    return new Outcomes(
        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
  }

  private static SetAside setAside(ResultSet row) throws SQLException {
    return new SetAside(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getTimestamp(5).toInstant());
  }

  private static Stop stop(ResultSet row) throws SQLException {
    return new Stop(
        new OrganisationId(row.getString(1)),
        SmsChannel.valueOf(row.getString(2)),
        row.getInt(3),
        row.getInt(4),
        row.getTimestamp(5).toInstant());
  }

  /** Reads a row. */
  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
