package org.kycvs.organisation.boundary;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kycvs.audit.boundary.ConnectionAuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.organisation.control.OrganisationTable;
import org.kycvs.organisation.entity.ListedOrganisation;
import org.kycvs.organisation.entity.NewPurpose;
import org.kycvs.organisation.entity.OrganisationLimit;
import org.kycvs.organisation.entity.OrganisationLimits;
import org.kycvs.organisation.entity.OrganisationOutcome;
import org.kycvs.organisation.entity.OrganisationProfile;
import org.kycvs.organisation.entity.OrganisationRefusal;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.persistence.OwnTransaction;

/**
 * Who is registered, and what they may ask for. Each act is a transaction with its audit entry, and
 * holds for the next call that an organisation makes.
 *
 * <p>For the command line, under the role that owns the database: the application's role may not
 * write these tables, so that whoever takes over the server cannot approve anybody.
 */
public final class OrganisationRegister {
  private final Connection connection;
  private final CommandLineActor operator;
  private final Clock clock;
  private final OrganisationTable table;
  private final ConnectionAuditLog audit;

  /** Over a connection with no transaction begun. */
  public OrganisationRegister(Connection connection, CommandLineActor operator, Clock clock) {
    this.connection = connection;
    this.operator = operator;
    this.clock = clock;
    this.table =
        new OrganisationTable(connection, operator.key().seal("kycvs/organisation-note/1"));
    this.audit = new ConnectionAuditLog(connection, clock);
  }

  /** Registers an organisation. It may ask for nothing until a purpose is approved. */
  public OrganisationOutcome create(OrganisationProfile profile) throws SQLException {
    OrganisationId id = OrganisationId.random();
    return OwnTransaction.on(
        connection,
        () -> {
          table.add(id, profile, now());
          return done(id, AuditAct.ORGANISATION_CREATED, JsonObject.EMPTY_JSON_OBJECT);
        });
  }

  /**
   * Lets an organisation ask for a purpose. A purpose that is not known yet is added if its text is
   * told; one that is known must be as told.
   *
   * @param text what the person reads
   * @param maximumValidity the longest time for which an answer may be used
   * @param translations what the person reads in other languages, by their codes; those that are
   *     not known yet are added, also if the organisation may ask already
   * @throws IllegalArgumentException if a text is none that people can read in an SMS
   */
  public OrganisationOutcome approve(
      OrganisationId id,
      String purpose,
      Optional<String> text,
      Optional<Duration> maximumValidity,
      Map<String, String> translations)
      throws SQLException {
    if (!translations.values().stream().allMatch(NewPurpose::isReadable)) {
      throw new IllegalArgumentException("Not a purpose's text");
    }
    return OwnTransaction.on(
        connection,
        () -> {
          if (table.lock(id).isEmpty()) {
            return refused(OrganisationRefusal.ORGANISATION_UNKNOWN);
          }
          Optional<NewPurpose> known = table.purpose(purpose);
          Map<String, String> texts = table.texts(purpose);
          if ((known.isPresent() && !agrees(known.get(), text, maximumValidity))
              || !agree(texts, translations)) {
            return refused(OrganisationRefusal.PURPOSE_DIFFERS);
          }
          if (known.isEmpty() && (text.isEmpty() || maximumValidity.isEmpty())) {
            return refused(OrganisationRefusal.PURPOSE_UNKNOWN);
          }
          if (known.isEmpty()) {
            table.add(new NewPurpose(purpose, text.get(), maximumValidity.get()));
            audit.record(operator, AuditAct.PURPOSE_ADDED, purpose, JsonObject.EMPTY_JSON_OBJECT);
          }
          boolean translated = !texts.keySet().containsAll(translations.keySet());
          if (translated) {
            table.add(purpose, translations, now());
            audit.record(operator, AuditAct.PURPOSE_TRANSLATED, purpose, languages(translations));
          }
          if (table.approve(id, purpose, now())) {
            return done(id, AuditAct.PURPOSE_APPROVED, purpose(purpose));
          }
          return translated
              ? new OrganisationOutcome.Done(id)
              : refused(OrganisationRefusal.ALREADY_APPROVED);
        });
  }

  /**
   * Refuses all calls of an organisation from now on.
   *
   * @param reason kept, sealed
   */
  public OrganisationOutcome suspend(OrganisationId id, String reason) throws SQLException {
    return switchTo(id, true, () -> table.suspend(id, now(), operator.auditName(), reason));
  }

  /** Lets a suspended organisation ask again. */
  public OrganisationOutcome resume(OrganisationId id) throws SQLException {
    return switchTo(id, false, () -> table.resume(id));
  }

  /** The limits that an organisation has of its own; empty if there is no such organisation. */
  public Optional<OrganisationLimits> limits(OrganisationId id) throws SQLException {
    return table.limits(id);
  }

  /**
   * Gives an organisation limits of its own, and takes others back. They hold from its next call
   * on; what it was sent today counts in a changed quota.
   *
   * @param asForAll those that are to be as for everybody
   */
  public OrganisationOutcome limit(
      OrganisationId id, OrganisationLimits set, Set<OrganisationLimit> asForAll)
      throws SQLException {
    return OwnTransaction.on(
        connection,
        () -> {
          if (table.lock(id).isEmpty()) {
            return refused(OrganisationRefusal.ORGANISATION_UNKNOWN);
          }
          OrganisationLimits changed = table.limits(id).orElseThrow().with(set, asForAll);
          table.limit(id, changed);
          return done(id, AuditAct.ORGANISATION_LIMITED, numbers(changed));
        });
  }

  /** All organisations, by short name. */
  public List<ListedOrganisation> all() throws SQLException {
    return table.all();
  }

  private OrganisationOutcome switchTo(OrganisationId id, boolean suspended, Change change)
      throws SQLException {
    return OwnTransaction.on(
        connection,
        () -> {
          Optional<Boolean> isSuspended = table.lock(id);
          if (isSuspended.isEmpty()) {
            return refused(OrganisationRefusal.ORGANISATION_UNKNOWN);
          }
          if (isSuspended.get() == suspended) {
            return refused(
                suspended
                    ? OrganisationRefusal.ALREADY_SUSPENDED
                    : OrganisationRefusal.NOT_SUSPENDED);
          }
          change.make();
          return done(
              id,
              suspended ? AuditAct.ORGANISATION_SUSPENDED : AuditAct.ORGANISATION_RESUMED,
              JsonObject.EMPTY_JSON_OBJECT);
        });
  }

  private OrganisationOutcome done(OrganisationId id, AuditAct act, JsonObject data)
      throws SQLException {
    audit.record(operator, act, id.value(), data);
    return new OrganisationOutcome.Done(id);
  }

  private static OrganisationOutcome refused(OrganisationRefusal reason) {
    return new OrganisationOutcome.Refused(reason);
  }

  private static boolean agrees(
      NewPurpose known, Optional<String> text, Optional<Duration> maximumValidity) {
    return text.map(known.text()::equals).orElse(true)
        && maximumValidity.map(known.maximumValidity()::equals).orElse(true);
  }

  private static boolean agree(Map<String, String> known, Map<String, String> told) {
    return told.entrySet().stream()
        .allMatch(
            text -> text.getValue().equals(known.getOrDefault(text.getKey(), text.getValue())));
  }

  private static JsonObject languages(Map<String, String> translations) {
    JsonArrayBuilder languages = Json.createArrayBuilder();
    new TreeSet<>(translations.keySet()).forEach(languages::add);
    return Json.createObjectBuilder().add("languages", languages).build();
  }

  private static JsonObject numbers(OrganisationLimits limits) {
    JsonObjectBuilder numbers = Json.createObjectBuilder();
    for (OrganisationLimit limit : OrganisationLimit.values()) {
      limits.of(limit).ifPresent(number -> numbers.add(limit.code(), number));
    }
    return numbers.build();
  }

  private static JsonObject purpose(String code) {
    return Json.createObjectBuilder().add("purpose", code).build();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @FunctionalInterface
  private interface Change {
    void make() throws SQLException;
  }
}
