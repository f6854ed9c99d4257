package org.kycvs.notification.control.mail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailId;
import org.kycvs.notification.entity.MailQueueStatus;
import org.kycvs.notification.entity.MailQueueStatus.SetAside;
import org.kycvs.notification.entity.MailTemplate;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;

/** The table of mails that wait, outside of a server; {@link MailStore} is the same within one. */
public final class MailTable {
  private static final String PUT =
      """
      INSERT INTO mail_outbox (id, template, version, sealed_recipient, sealed_variables, state,
                               created_at, not_after, due_at)
      VALUES (?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?)
      """;
  private static final String COUNTS =
      """
      SELECT count(*) FILTER (WHERE state <> 'SET_ASIDE'),
             min(created_at) FILTER (WHERE state <> 'SET_ASIDE'),
             count(*) FILTER (WHERE state = 'QUEUED' AND attempts > 0),
             count(*) FILTER (WHERE state = 'SET_ASIDE')
      FROM mail_outbox WHERE state IN ('QUEUED', 'SENDING', 'SET_ASIDE')
      """;
  private static final String LAST_FAILURE =
      """
      SELECT last_failure FROM mail_outbox
      WHERE state IN ('QUEUED', 'SENDING', 'SET_ASIDE') AND last_failure IS NOT NULL
      ORDER BY due_at DESC, id LIMIT 1
      """;
  private static final String GIVEN_UP =
      """
      SELECT id, template, created_at, attempts, last_failure FROM mail_outbox
      WHERE state = 'SET_ASIDE' ORDER BY created_at DESC, id LIMIT 100
      """;
  private static final String RETRY =
      """
      UPDATE mail_outbox SET state = 'QUEUED', attempts = 0, due_at = ?, not_after = ?
      WHERE state = 'SET_ASIDE' RETURNING id
      """;

  private final Connection connection;
  private final Seal seal;

  /** Over a connection, with the master key that seals to whom and what about. */
  public MailTable(Connection connection, MasterKey key) {
    this.connection = connection;
    this.seal = key.seal(SealedMail.LABEL);
  }

  /** Keeps a mail until a server takes it; what cannot be written is refused. */
  public MailId put(
      MailTemplate template, MailAddress to, Map<String, String> variables, Instant now)
      throws SQLException {
    template.check(variables);
    MailId id = MailId.random();
    SealedMail mail = SealedMail.of(id, to, variables, seal);
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      put.setString(1, id.value());
      put.setString(2, template.id());
      put.setInt(3, template.version());
      put.setBytes(4, mail.sealedRecipient());
      put.setBytes(5, mail.sealedVariables());
      put.setTimestamp(6, Timestamp.from(now));
      put.setTimestamp(7, Timestamp.from(now.plus(MailTemplate.WORTH)));
      put.setTimestamp(8, Timestamp.from(now));
      put.executeUpdate();
    }
    return id;
  }

  /** How the outbox stands. */
  public MailQueueStatus status() throws SQLException {
    try (PreparedStatement counts = connection.prepareStatement(COUNTS);
        ResultSet row = counts.executeQuery()) {
      row.next();
      return new MailQueueStatus(
          row.getLong(1),
          Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant),
          row.getLong(3),
          givenUp(),
          row.getLong(4),
          lastFailure());
    }
  }

  /** Has what was set aside tried again; the mails' ids. */
  public List<String> retry(Instant now) throws SQLException {
    List<String> again = new ArrayList<>();
    try (PreparedStatement retry = connection.prepareStatement(RETRY)) {
      retry.setTimestamp(1, Timestamp.from(now));
      retry.setTimestamp(2, Timestamp.from(now.plus(MailTemplate.WORTH)));
      try (ResultSet row = retry.executeQuery()) {
        while (row.next()) {
          again.add(row.getString(1));
        }
      }
    }
    return again;
  }

  private Optional<String> lastFailure() throws SQLException {
    try (PreparedStatement last = connection.prepareStatement(LAST_FAILURE);
        ResultSet row = last.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  private List<SetAside> givenUp() throws SQLException {
    List<SetAside> all = new ArrayList<>();
    try (PreparedStatement givenUp = connection.prepareStatement(GIVEN_UP);
        ResultSet row = givenUp.executeQuery()) {
      while (row.next()) {
        all.add(
            new SetAside(
                row.getString(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getInt(4),
                row.getString(5)));
      }
    }
    return all;
  }
}
