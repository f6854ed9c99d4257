package org.kycvs.notification.control.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.notification.entity.ReceivedMail;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;

/** The route of development: mails go into a table, sealed, and are read on a page. */
@Dependent
public class DevelopmentMailbox implements MailRoute {
  private static final String ADD =
      "INSERT INTO development_mail (mail, sealed_message, sent_at) VALUES (?1, ?2, ?3)";
  private static final String READ = "SELECT mail, sealed_message, sent_at FROM development_mail";
  private static final String NEWEST = READ + " ORDER BY id DESC LIMIT ?1";
  private static final String ONE = READ + " WHERE mail = ?1 ORDER BY id DESC LIMIT 1";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  private final Seal seal;
  private final MailSettings settings;
  private final Clock clock;

  /** With the master key that seals what it holds. */
  @Inject
  public DevelopmentMailbox(MasterKey masterKey, MailSettings settings, Clock clock) {
    this.seal = masterKey.seal("kycvs/development-mail/1");
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  @Transactional
  public MailAnswer send(OutgoingMail mail) {
    Instant now = clock.instant();
    int added =
        database
            .createNativeQuery(ADD)
            .setParameter(1, mail.id().value())
            .setParameter(2, seal.seal(content(mail, now).toString(), mail.id().value()))
            .setParameter(3, Timestamp.from(now))
            .executeUpdate();
    return new MailAnswer.Accepted("into the inbox of development, " + added + " mail");
  }

  /** The newest mails to everybody, newest first. */
  public List<ReceivedMail> newest(int most) {
    List<?> rows = database.createNativeQuery(NEWEST).setParameter(1, most).getResultList();
    return rows.stream().map(Object[].class::cast).map(this::open).toList();
  }

  /** One mail; its latest copy, if it was sent more than once. */
  public Optional<ReceivedMail> find(String id) {
    List<?> rows = database.createNativeQuery(ONE).setParameter(1, id).getResultList();
    return rows.stream().map(Object[].class::cast).map(this::open).findFirst();
  }

  private JsonObject content(OutgoingMail mail, Instant now) {
    JsonArrayBuilder headers = Json.createArrayBuilder();
    try {
      MimeMail message = MimeMail.of(Session.getInstance(new Properties()), mail, settings, now);
      Collections.list(message.getAllHeaderLines()).forEach(headers::add);
    } catch (MessagingException e) {
      throw new IllegalStateException("A mail that cannot be written", e);
    }
    return Json.createObjectBuilder()
        .add("to", mail.to().value())
        .add("subject", mail.text().subject())
        .add("headers", headers)
        .add("text", mail.text().text())
        .add("html", mail.text().html())
        .build();
  }

  private ReceivedMail open(Object[] row) {
    String id = (String) row[0];
    try (var reader = Json.createReader(new StringReader(seal.openText((byte[]) row[1], id)))) {
      JsonObject mail = reader.readObject();
      return new ReceivedMail(
          id,
          mail.getString("to"),
          mail.getString("subject"),
          mail.getJsonArray("headers").getValuesAs(JsonString::getString),
          mail.getString("text"),
          mail.getString("html"),
          ((Timestamp) row[2]).toInstant());
    }
  }
}
