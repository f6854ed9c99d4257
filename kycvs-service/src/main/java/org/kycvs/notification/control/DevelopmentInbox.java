package org.kycvs.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.mobile.MobileNumber;

/** The gateway of development: messages go into a table, sealed, and are read on a page. */
@Dependent
public class DevelopmentInbox implements SmsGateway {
  private static final String ADD =
      """
      INSERT INTO development_inbox (mobile_index, sealed_message, reference, sent_at)
      VALUES (?1, ?2, ?3, ?4)
      """;
  private static final String NEWEST =
      "SELECT sealed_message, reference, sent_at FROM development_inbox";
  private static final String OF_MOBILE = " WHERE mobile_index = ?2";
  private static final String FIRST = " ORDER BY id DESC LIMIT ?1";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  private final KeyedHash mobileIndex;
  private final Seal seal;
  private final Clock clock;

  /** With the master key that seals what it holds. */
  @Inject
  public DevelopmentInbox(MasterKey masterKey, Clock clock) {
    this.mobileIndex = masterKey.keyedHash("kycvs/mobile/1");
    this.seal = masterKey.seal("kycvs/development-inbox/1");
    this.clock = clock;
  }

  @Override
  public String name() {
    return "development-inbox";
  }

  @Override
  public boolean isReachable() {
    return true;
  }

  @Override
  public void close() {
    // The database is not its own.
  }

  @Override
  @Transactional
  public Submission submit(long number, SmsMessage message) {
    JsonObject content =
        Json.createObjectBuilder()
            .add("mobile", message.to().e164())
            .add("text", message.text())
            .add("code", message.code().orElse(""))
            .build();
    int added =
        database
            .createNativeQuery(ADD)
            .setParameter(1, mobileIndex.of(message.to().e164()))
            .setParameter(2, seal.seal(content.toString(), message.reference()))
            .setParameter(3, message.reference())
            .setParameter(4, Timestamp.from(clock.instant()))
            .executeUpdate();
    if (added != 1) {
      throw new IllegalStateException("The inbox took " + added + " messages instead of one");
    }
    return new Submission.Accepted(Optional.empty());
  }

  /** The newest messages to everybody, newest first. */
  public List<ReceivedSms> newest(int most) {
    return read(database.createNativeQuery(NEWEST + FIRST).setParameter(1, most));
  }

  /** The newest messages to one mobile, newest first. */
  public List<ReceivedSms> newest(MobileNumber mobile, int most) {
    return read(
        database
            .createNativeQuery(NEWEST + OF_MOBILE + FIRST)
            .setParameter(1, most)
            .setParameter(2, mobileIndex.of(mobile.e164())));
  }

  private List<ReceivedSms> read(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).map(this::open).toList();
  }

  private ReceivedSms open(Object[] row) {
    String reference = (String) row[1];
    String content = seal.openText((byte[]) row[0], reference);
    try (var reader = Json.createReader(new StringReader(content))) {
      JsonObject message = reader.readObject();
      return new ReceivedSms(
          message.getString("mobile"),
          message.getString("text"),
          message.getString("code"),
          reference,
          ((Timestamp) row[2]).toInstant());
    }
  }
}
