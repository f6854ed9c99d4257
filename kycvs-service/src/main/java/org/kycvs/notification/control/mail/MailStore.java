package org.kycvs.notification.control.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailId;
import org.kycvs.notification.entity.MailTemplate;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;

/** The table of mails that wait. */
@Dependent
public class MailStore {
  /**
   * After this time a mail whose sender went silent is taken by another. A try has about ten steps,
   * each with a timeout of at most half a minute, and one more mail may be taken ahead.
   */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final String PUT =
      """
      INSERT INTO mail_outbox (id, template, version, sealed_recipient, sealed_variables, state,
                               created_at, not_after, due_at)
      VALUES (?1, ?2, ?3, ?4, ?5, 'QUEUED', ?6, ?7, ?6)
      """;
  private static final String TAKE =
      """
      UPDATE mail_outbox SET state = 'SENDING', due_at = ?2, attempts = attempts + 1
      WHERE id IN (SELECT id FROM mail_outbox
                   WHERE state IN ('QUEUED', 'SENDING') AND due_at <= ?1
                   ORDER BY due_at LIMIT ?3 FOR UPDATE SKIP LOCKED)
      RETURNING id, template, version, sealed_recipient, sealed_variables, attempts, not_after
      """;

  /** Only of the try that is noted: another may have taken the mail meanwhile. */
  private static final String OF_TRY = " WHERE id = ?1 AND state = 'SENDING' AND attempts = ?2";

  private static final String END =
      "UPDATE mail_outbox SET state = ?3, sealed_recipient = NULL, sealed_variables = NULL"
          + OF_TRY;
  private static final String AGAIN =
      "UPDATE mail_outbox SET state = 'QUEUED', last_failure = ?3, due_at = ?4" + OF_TRY;
  private static final String SET_ASIDE =
      "UPDATE mail_outbox SET state = 'SET_ASIDE', last_failure = ?3" + OF_TRY;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  private final Seal seal;

  /** With the master key that seals to whom and what about. */
  @Inject
  public MailStore(MasterKey masterKey) {
    this.seal = masterKey.seal(SealedMail.LABEL);
  }

  /**
   * A mail that was taken and is to be sent.
   *
   * @param id names it
   * @param template its template's id
   * @param version its template's version
   * @param content to whom and what is filled in, sealed
   * @param attempts which try this is, from 1
   * @param notAfter when it is no longer worth sending
   */
  public record Taken(
      String id, String template, int version, SealedMail content, int attempts, Instant notAfter) {
    @Override
    public String toString() {
      return "Taken(" + id + ")";
    }
  }

  /** Keeps a mail until it is taken. */
  public void put(
      MailId id,
      MailTemplate template,
      MailAddress to,
      Map<String, String> variables,
      Instant now) {
    SealedMail row = SealedMail.of(id, to, variables, seal);
    int put =
        database
            .createNativeQuery(PUT)
            .setParameter(1, id.value())
            .setParameter(2, template.id())
            .setParameter(3, template.version())
            .setParameter(4, row.sealedRecipient())
            .setParameter(5, row.sealedVariables())
            .setParameter(6, Timestamp.from(now))
            .setParameter(7, Timestamp.from(now.plus(MailTemplate.WORTH)))
            .executeUpdate();
    if (put != 1) {
      throw new IllegalStateException("The outbox took " + put + " mails instead of one");
    }
  }

  /** Takes the mails that are due, so that nobody else sends them meanwhile. */
  public List<Taken> take(Instant now, int most) {
    List<?> rows =
        database
            .createNativeQuery(TAKE)
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, Timestamp.from(now.plus(LEASE)))
            .setParameter(3, most)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(MailStore::taken).toList();
  }

  /**
   * To whom a mail goes.
   *
   * @throws IllegalStateException if it cannot be opened
   */
  public MailAddress recipient(Taken mail) {
    return mail.content().recipient(seal);
  }

  /**
   * What is filled into its template.
   *
   * @throws IllegalStateException if it cannot be opened
   */
  public Map<String, String> variables(Taken mail) {
    return mail.content().variables(seal);
  }

  /** Notes that it was sent, and forgets to whom and what about; false if another has it. */
  public boolean sent(Taken mail) {
    return execute(END, mail, "SENT");
  }

  /** Notes that it is not sent any more, and forgets as with {@link #sent}. */
  public boolean drop(Taken mail) {
    return execute(END, mail, "DROPPED");
  }

  /** Notes that it is tried again, and why; false if another has it. */
  public boolean again(Taken mail, String why, Instant due) {
    return execute(AGAIN, mail, why, Timestamp.from(due));
  }

  /** Notes that it is not tried any more, and why; false if another has it. */
  public boolean setAside(Taken mail, String why) {
    return execute(SET_ASIDE, mail, why);
  }

  private boolean execute(String sql, Taken mail, Object... values) {
    var query = database.createNativeQuery(sql);
    query.setParameter(1, mail.id()).setParameter(2, mail.attempts());
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 3, values[i]);
    }
    return query.executeUpdate() == 1;
  }

  private static Taken taken(Object[] row) {
    return new Taken(
        (String) row[0],
        (String) row[1],
        ((Number) row[2]).intValue(),
        new SealedMail((String) row[0], (byte[]) row[3], (byte[]) row[4]),
        ((Number) row[5]).intValue(),
        ((Timestamp) row[6]).toInstant());
  }
}
