package org.kycvs.apikey.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.entity.ApiKeyOutcome;
import org.kycvs.apikey.entity.ApiKeyOutcome.Changed;
import org.kycvs.apikey.entity.ApiKeyOutcome.Issued;
import org.kycvs.apikey.entity.ApiKeyOutcome.Refused;
import org.kycvs.apikey.entity.ApiKeyRefusal;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.KeyLimits;
import org.kycvs.apikey.entity.KeyName;
import org.kycvs.apikey.entity.Overlap;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.shared.actor.OperatorActor;
import org.kycvs.shared.address.AddressRange;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.Calls;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.EveryColumn;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.TestClock;

/** Keys under the application's role: each act holds for the very next call. */
class ApiKeysIT extends InContainer {
  private static final OperatorActor OPERATOR = () -> "operator:opr_1";
  private static final Duration MOMENT = Duration.ofNanos(1_000);
  private static final KeyLimits WIDE =
      new KeyLimits(EnumSet.allOf(ApiKeyScope.class), List.of(), Optional.empty());

  @Inject private ApiKeys keys;
  @Inject private KeyedCalls calls;

  @Resource(lookup = "jdbc/kycvs")
  private DataSource applicationsDatabase;

  private OrganisationId organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make().id();
  }

  @Test
  void issue_key_opensAtTheNextCall_andIsKeptNowhere() {
    EveryColumn written = EveryColumn.fromNowOn();
    PresentedApiKey key = issued(WIDE);
    assertWorks(key);
    String whole = key.reveal();
    assertEquals(List.of(), written.holding(whole));
    assertEquals(List.of(), written.holding(whole.substring(whole.length() - 38)));
    assertEquals(List.of("api-key-issued"), acts(key));
  }

  @Test
  void issue_nameOfALiveKey_isRefused_ofADeadOneNot() {
    PresentedApiKey key = issued(WIDE);
    assertEquals(ApiKeyRefusal.NAME_TAKEN, refused(keys.issue(OPERATOR, name(), WIDE)));
    assertInstanceOf(
        Issued.class,
        keys.issue(OPERATOR, new KeyName(organisation, Mode.TEST, name().name()), WIDE));
    assertInstanceOf(Changed.class, keys.revoke(OPERATOR, key.id(), "Lost"));
    assertWorks(issued(WIDE));
  }

  @Test
  void issue_unknownOrganisation_isRefused() {
    assertEquals(
        ApiKeyRefusal.ORGANISATION_UNKNOWN,
        refused(
            keys.issue(
                OPERATOR, new KeyName(OrganisationId.random(), Mode.LIVE, "front desk"), WIDE)));
  }

  @Test
  void issue_defaultPurpose_mustBeApproved_andIsHandedOn() {
    assertEquals(
        ApiKeyRefusal.PURPOSE_NOT_APPROVED,
        refused(keys.issue(OPERATOR, name(), askingFor(AskingOrganisation.RAIL))));
    PresentedApiKey key = issued(askingFor(AskingOrganisation.EVENT));
    assertEquals(Optional.of(AskingOrganisation.EVENT), purposeOf(key));
    assertInstanceOf(
        Changed.class,
        keys.narrow(
            OPERATOR,
            key.id(),
            Set.of(ApiKeyScope.VERIFICATIONS_WRITE),
            List.of(),
            Optional.empty()));
    assertEquals(Optional.of(AskingOrganisation.EVENT), purposeOf(key));
    PresentedApiKey next = secret(keys.roll(OPERATOR, key.id(), Overlap.NONE, Optional.empty()));
    assertEquals(Optional.of(AskingOrganisation.EVENT), purposeOf(next));
  }

  @Test
  void issue_defaultPurpose_theApplicationCannotChangeIt() throws SQLException {
    PresentedApiKey key = issued(WIDE);
    try (Connection connection = applicationsDatabase.getConnection();
        Statement statement = connection.createStatement()) {
      assertThrows(
          SQLException.class,
          () ->
              statement.execute(
                  "UPDATE api_key SET default_purpose = 'event-entry' WHERE id = '"
                      + key.id().value()
                      + "'"));
    }
  }

  private static KeyLimits askingFor(String purpose) {
    return new KeyLimits(
        EnumSet.allOf(ApiKeyScope.class), List.of(), Optional.empty(), Optional.of(purpose));
  }

  private Optional<String> purposeOf(PresentedApiKey key) {
    return calls.as(Calls.with(key), KeyActor::defaultPurpose);
  }

  @Test
  void issue_sameNameAtOnce_oneIsIssued() {
    List<ApiKeyOutcome> outcomes = AtOnce.call(8, () -> keys.issue(OPERATOR, name(), WIDE));
    assertEquals(1, outcomes.stream().filter(Issued.class::isInstance).count());
  }

  @Test
  void revoke_betweenTwoCalls_secondIsRefused() {
    PresentedApiKey key = issued(WIDE);
    assertWorks(key);
    assertInstanceOf(Changed.class, keys.revoke(OPERATOR, key.id(), "Found on a laptop"));
    assertRefused(ProblemCode.API_KEY_REVOKED, key);
    assertEquals(ApiKeyRefusal.ALREADY_REVOKED, refused(keys.revoke(OPERATOR, key.id(), "Again")));
    assertEquals(
        ApiKeyRefusal.KEY_UNKNOWN, refused(keys.revoke(OPERATOR, ApiKeyId.random(), "None")));
    assertEquals(List.of("api-key-issued", "api-key-revoked"), acts(key));
  }

  @Test
  void narrow_betweenTwoCalls_secondIsRefused() {
    PresentedApiKey key = issued(WIDE);
    assertWorks(key);
    keys.narrow(
        OPERATOR, key.id(), Set.of(ApiKeyScope.STATEMENTS_READ), List.of(), Optional.empty());
    assertRefused(ProblemCode.SCOPE_MISSING, key);
    PresentedCall allowed = new PresentedCall(key, ApiKeyScope.STATEMENTS_READ, Calls.ADDRESS);
    assertEquals(organisation, calls.as(allowed, KeyActor::organisation));

    keys.narrow(
        OPERATOR,
        key.id(),
        Set.of(),
        List.of(AddressRange.parse("192.0.2.0/24").orElseThrow()),
        Optional.empty());
    assertRefused(ProblemCode.ADDRESS_NOT_ALLOWED, key);
    assertEquals(
        ApiKeyRefusal.NOT_NARROWER,
        refused(keys.narrow(OPERATOR, key.id(), WIDE.scopes(), List.of(), Optional.empty())));
    assertEquals(List.of("api-key-issued", "api-key-narrowed", "api-key-narrowed"), acts(key));
  }

  @Test
  void roll_withOverlap_bothLive_oldOneEndsExactlyThen() {
    PresentedApiKey old = issued(WIDE);
    TestClock.INSTANCE.stop();
    Instant end = TestClock.INSTANCE.instant().plus(Overlap.HOUR.length());
    PresentedApiKey next = secret(keys.roll(OPERATOR, old.id(), Overlap.HOUR, Optional.empty()));

    TestClock.INSTANCE.stopAt(end.minus(MOMENT));
    assertWorks(old);
    assertWorks(next);
    TestClock.INSTANCE.stopAt(end);
    assertRefused(ProblemCode.API_KEY_EXPIRED, old);
    assertWorks(next);
    assertEquals(List.of("api-key-issued", "api-key-rolled"), acts(old));
    assertEquals(List.of("api-key-issued"), acts(next));
  }

  @Test
  void roll_withoutOverlap_oldOneIsDeadAtOnce() {
    PresentedApiKey old = issued(WIDE);
    PresentedApiKey next = secret(keys.roll(OPERATOR, old.id(), Overlap.NONE, Optional.empty()));
    assertRefused(ProblemCode.API_KEY_EXPIRED, old);
    assertWorks(next);
  }

  @Test
  void roll_again_leavesAtMostTwoAlive() {
    PresentedApiKey first = issued(WIDE);
    PresentedApiKey second = secret(keys.roll(OPERATOR, first.id(), Overlap.DAY, Optional.empty()));
    assertEquals(
        ApiKeyRefusal.ALREADY_ROLLED,
        refused(keys.roll(OPERATOR, first.id(), Overlap.NONE, Optional.empty())));
    assertEquals(
        ApiKeyRefusal.TWO_LIVE,
        refused(keys.roll(OPERATOR, second.id(), Overlap.HOUR, Optional.empty())));
    PresentedApiKey third =
        secret(keys.roll(OPERATOR, second.id(), Overlap.NONE, Optional.empty()));
    assertWorks(first);
    assertRefused(ProblemCode.API_KEY_EXPIRED, second);
    assertWorks(third);
  }

  @Test
  void use_ofAKey_isWrittenToTheMinuteWithItsNetworkOnly() {
    PresentedApiKey key = issued(WIDE);
    assertEquals(Optional.empty(), keys.list(OPERATOR, organisation).get(0).lastUse());
    Instant before = TestClock.INSTANCE.instant();
    assertWorks(key);
    Eventually.isTrue(() -> use(key).startsWith("203.0.113.0/24 "));
    Instant at = Instant.parse(use(key).split(" ", -1)[1]);
    assertEquals(0, at.getEpochSecond() % 60);
    assertEquals(true, Duration.between(at, before).abs().compareTo(Duration.ofMinutes(1)) <= 0);
  }

  @Test
  void applicationRole_wideningOrRewritingAKey_isRefused() throws SQLException {
    PresentedApiKey key = issued(WIDE);
    keys.narrow(
        OPERATOR, key.id(), Set.of(ApiKeyScope.STATEMENTS_READ), List.of(), Optional.empty());
    keys.revoke(OPERATOR, key.id(), "Lost");
    try (Connection application = applicationsDatabase.getConnection();
        Statement statement = application.createStatement()) {
      for (String change :
          List.of(
              "key_hash = decode(repeat('00', 32), 'hex')",
              "organisation_id = organisation_id",
              "created_by = 'nobody'",
              "revoked_at = NULL, revoked_by = NULL, sealed_reason = NULL",
              "scopes = '{verifications:read,statements:read}'")) {
        String sql = "UPDATE api_key SET " + change + " WHERE id = '" + key.id() + "'";
        assertEquals(
            "42501",
            assertThrows(SQLException.class, () -> statement.execute(sql), sql).getSQLState(),
            sql);
      }
    }
  }

  private KeyName name() {
    return new KeyName(organisation, Mode.LIVE, "front desk");
  }

  private PresentedApiKey issued(KeyLimits limits) {
    return secret(keys.issue(OPERATOR, name(), limits));
  }

  private static PresentedApiKey secret(ApiKeyOutcome outcome) {
    return PresentedApiKey.parse(assertInstanceOf(Issued.class, outcome).secret().revealOnce())
        .orElseThrow();
  }

  private static ApiKeyRefusal refused(ApiKeyOutcome outcome) {
    return assertInstanceOf(Refused.class, outcome).reason();
  }

  private void assertWorks(PresentedApiKey key) {
    assertEquals(organisation, calls.as(Calls.with(key), KeyActor::organisation));
  }

  private void assertRefused(ProblemCode code, PresentedApiKey key) {
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> calls.as(Calls.with(key), KeyActor::organisation));
    assertEquals(code, problem.code());
  }

  private String use(PresentedApiKey key) {
    return keys.list(OPERATOR, organisation).stream()
        .filter(listed -> listed.key().id().equals(key.id()))
        .flatMap(listed -> listed.lastUse().stream())
        .map(use -> use.from() + " " + use.at())
        .findFirst()
        .orElse("");
  }

  private static List<String> acts(PresentedApiKey key) {
    return OwnerDatabase.lines(
        "SELECT act FROM audit_entry WHERE subject = ? ORDER BY transaction_id, at",
        key.id().value());
  }
}
