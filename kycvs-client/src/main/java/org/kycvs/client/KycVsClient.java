package org.kycvs.client;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;

/**
 * A verifier's calls to one server with one API key. Immutable, and safe for use by many threads:
 * make one and keep it.
 *
 * <p><b>On a bad line.</b> A call is sent again when nobody answered or the answer broke off, at
 * 500, 502, 503 and 504, at 429 {@code too-many-requests}, and while the same call is still being
 * made ({@code idempotency-in-progress}); never otherwise. Between two attempts the client waits as
 * long as the server asks for, else a random time up to a ceiling that doubles, and gives up when
 * the next attempt would be past the time of the whole call. Each call that changes something
 * carries an {@link IdempotencyKey}, so it is done once all the same: nobody gets two messages, no
 * try is counted twice. Redirects are not followed, and an answer has at most 4 MiB.
 *
 * <p><b>What every call may throw.</b> {@link ProblemException} if the server refused for a reason
 * that is no result of the call; {@link NoAnswerException} if nobody answered in time or the thread
 * was interrupted; {@link UnexpectedAnswerException} if somebody answered who does not speak this
 * API. All three are unchecked, and tell whether the call may have been done.
 *
 * <p>Each attempt that has to be repeated writes a line at {@code INFO} to the {@link
 * System.Logger} {@code org.kycvs.client}: the call's name, the pause and the reason, and never a
 * key, a code or anything about a person.
 */
public final class KycVsClient {
  private static final String VERIFICATIONS = "/api/v1/verifications";

  private final Calls calls;
  private final Mode mode;

  KycVsClient(Calls calls, Mode mode) {
    this.calls = calls;
    this.mode = mode;
  }

  /**
   * A client with the usual time-outs: 5 seconds to connect, 15 for an attempt, 60 for a call.
   *
   * @param server what stands before {@code /api}: https, or http on this machine
   * @throws IllegalArgumentException if it is no such address
   */
  public static KycVsClient of(URI server, ApiKey key) {
    return builder(server, key).build();
  }

  /** A client with other time-outs or your own {@link java.net.http.HttpClient}. */
  public static KycVsClientBuilder builder(URI server, ApiKey key) {
    return new KycVsClientBuilder(server, key);
  }

  /**
   * Asks about a person, who is sent a code. Needs the scope {@code verifications:write}, as all
   * calls that change something.
   */
  public Asking ask(Question question) {
    return ask(question, IdempotencyKey.random());
  }

  /**
   * Asks about a person once, however often you say so with this key: for programs that may end
   * before they have the answer.
   */
  public Asking ask(Question question, IdempotencyKey once) {
    Answered answered =
        calls.make(Call.post("ask", VERIFICATIONS, Optional.of(question.json()), once));
    return answered.problem().isPresent()
        ? answered.refusal(Refusals::ofAsking)
        : new Asked(answered.read(VerificationReader::read));
  }

  /** Has the code sent again: the same while it lives, else a new one. Tries are not renewed. */
  public Resending sendCodeAgain(VerificationId id) {
    return sendCodeAgain(id, IdempotencyKey.random());
  }

  /** Has the code sent again, once for this key. */
  public Resending sendCodeAgain(VerificationId id, IdempotencyKey once) {
    Answered answered =
        calls.make(Call.post("send code again", path(id) + "/code", Optional.empty(), once));
    return answered.problem().isPresent()
        ? answered.refusal(Refusals::ofResending)
        : new Resent(answered.read(VerificationReader::read));
  }

  /**
   * Brings the code that the person told you: the consent to this one answer.
   *
   * @param code six digits, leading zeros included
   */
  public Confirmation confirm(VerificationId id, String code) {
    return confirm(id, code, OptionalInt.empty(), IdempotencyKey.random());
  }

  /**
   * Brings the code, and with it a year of birth: after {@link NoMatch}.
   *
   * @param yearOfBirth four digits; goes before the one that you asked with
   */
  public Confirmation confirm(VerificationId id, String code, int yearOfBirth) {
    return confirm(id, code, OptionalInt.of(yearOfBirth), IdempotencyKey.random());
  }

  /**
   * Brings the code once for this key: a wrong one costs one try, however often you say so. When
   * the person reads it out once more that is a new try, and needs a new key even if it is the same
   * code.
   */
  public Confirmation confirm(
      VerificationId id, String code, OptionalInt yearOfBirth, IdempotencyKey once) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    yearOfBirth.ifPresent(year -> body.put("yearOfBirth", year));
    Optional<String> json = Optional.of(JSONObjectUtils.toJSONString(body));
    Answered answered = calls.make(Call.post("confirm", path(id) + "/confirmation", json, once));
    return answered.problem().isPresent()
        ? answered.refusal(Refusals::ofConfirmation)
        : answered.read(KycVsClient::completed);
  }

  private static Confirmation completed(Members document) {
    Verification verification = VerificationReader.read(document);
    if (verification.answer().isPresent()) {
      return new Completed(verification, verification.answer().get());
    }
    // Sent again after the person withdrew the consent: completed, and nothing to rely on.
    if (verification.consent().filter(consent -> !consent.given()).isPresent()) {
      return new Ended(Ended.Why.CONSENT_WITHDRAWN);
    }
    throw new WrongFormException("its member status is missing");
  }

  /**
   * Takes a question back.
   *
   * <p>A lost answer is made good: if the call had to be sent again and the server then says that
   * the verification does not wait any more, it is read, which needs the scope {@code
   * verifications:read}. Without that scope the result is {@link Ended}, which is true as well.
   */
  public Cancellation cancel(VerificationId id) {
    Answered answered = calls.make(Call.delete("cancel", path(id)));
    if (answered.problem().isEmpty()) {
      return new Cancelled();
    }
    Ended ended = answered.refusal(Refusals::ended);
    return ended.why() == Ended.Why.NOT_WAITING && answered.effort().mayBeDone() && isCancelled(id)
        ? new Cancelled()
        : ended;
  }

  private boolean isCancelled(VerificationId id) {
    try {
      return get(id).state() == VerificationState.CANCELLED;
    } catch (KycVsException e) {
      return false; // That it has ended is known, and is what the caller wanted.
    }
  }

  /** Reads one of your verifications. Needs the scope {@code verifications:read}. */
  public Verification get(VerificationId id) {
    return calls.make(Call.read("get", path(id))).read(VerificationReader::read);
  }

  /**
   * The first page of your verifications, newest first. Needs the scope {@code verifications:read}.
   */
  public HistoryPage list(HistoryFilter filter) {
    return calls
        .make(Call.read("list", VERIFICATIONS + filter.query()))
        .read(document -> page(document, filter));
  }

  private HistoryPage page(Members document, HistoryFilter filter) {
    return new HistoryPage(
        document.objects("items").stream().map(VerificationReader::read).toList(),
        document.optionalText("nextCursor").map(cursor -> () -> list(filter.withCursor(cursor))));
  }

  /**
   * All of your verifications, newest first; pages are fetched as they are needed. Each {@code
   * iterator()} begins anew; it may throw what a call may throw.
   */
  public Iterable<Verification> listAll(HistoryFilter filter) {
    return () -> new AllPages(list(filter));
  }

  /** The signed answer, a compact JWS. Needs the scope {@code statements:read}. */
  public String statement(VerificationId id) {
    return calls.make(Call.read("statement", path(id) + "/statement", "application/jwt")).text();
  }

  /** The signed receipt of the consent, a compact JWS. Needs the scope {@code statements:read}. */
  public String receipt(VerificationId id) {
    return calls.make(Call.read("receipt", path(id) + "/receipt", "application/jwt")).text();
  }

  /** The signed answer as a QR code, a PNG image. Needs the scope {@code statements:read}. */
  public byte[] statementPng(VerificationId id) {
    return calls
        .make(Call.read("statement as PNG", path(id) + "/statement.png", "image/png"))
        .orThrow()
        .reply()
        .body();
  }

  /** The signed answer as a QR code, an SVG image. Needs the scope {@code statements:read}. */
  public String statementSvg(VerificationId id) {
    return calls
        .make(Call.read("statement as SVG", path(id) + "/statement.svg", "image/svg+xml"))
        .text();
  }

  /**
   * Has the server check a statement that somebody showed you. The API key is not sent along. Say
   * for whom and for which question if you rely on the result; {@link
   * org.kycvs.client.statement.StatementChecker} asks nobody.
   *
   * @param audience the organisation's id that it must be made for ({@code org_…}), if you care
   * @param nonce the nonce that it must hold, if you care
   */
  public StatementCheck checkStatement(
      String statement, Optional<String> audience, Optional<String> nonce) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("statement", statement);
    audience.ifPresent(organisation -> body.put("audience", organisation));
    nonce.ifPresent(word -> body.put("nonce", word));
    return calls
        .make(
            Call.postAnonymously(
                "check statement", "/api/v1/statement-checks", JSONObjectUtils.toJSONString(body)))
        .read(StatementCheck::read);
  }

  /**
   * The public keys of the mode of your key, a JWK set, for {@link
   * org.kycvs.client.statement.KnownKeys#parse}. Keep them for five minutes, and a copy beside
   * statements that you keep.
   */
  public String keys() {
    String path = mode == Mode.LIVE ? "/.well-known/jwks.json" : "/.well-known/test/jwks.json";
    return calls.make(Call.readPublished("keys", path)).text();
  }

  /**
   * What the issuers say about their keys, live and test ({@code kycvs.json}), for {@link
   * org.kycvs.client.statement.IssuerFacts#parse}. Keep it as you keep the keys.
   */
  public String metadata() {
    return calls.make(Call.readPublished("metadata", "/.well-known/kycvs.json")).text();
  }

  private static String path(VerificationId id) {
    return VERIFICATIONS + "/" + id.value();
  }

  /** Goes from page to page. */
  private static final class AllPages implements Iterator<Verification> {
    private HistoryPage page;
    private final Queue<Verification> waiting = new ArrayDeque<>();

    AllPages(HistoryPage first) {
      page = first;
      waiting.addAll(first.items());
    }

    @Override
    public boolean hasNext() {
      while (waiting.isEmpty() && page.hasNext()) {
        page = page.next().orElseThrow();
        waiting.addAll(page.items());
      }
      return !waiting.isEmpty();
    }

    @Override
    public Verification next() {
      if (!hasNext()) {
        throw new NoSuchElementException("There are no more verifications");
      }
      return waiting.remove();
    }
  }
}
