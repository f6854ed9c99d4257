package org.kycvs.systemtest.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.kycvs.systemtest.attack.RawRequest.Framing;

/** Spoils valid requests. The same seed and number make the same request again. */
final class Mutator {
  private static final int MOST_AT_ONCE = 4;
  private static final long APART = 1_000_003;
  private static final String BYTE_ORDER_MARK = "" + (char) 0xef + (char) 0xbb + (char) 0xbf;
  private static final String VERIFICATIONS = "/api/v1/verifications";
  private static final String QUESTION =
      "{\"mobile\":\"+915555500002\",\"name\":\"Anybody\",\"purpose\":\"rail-booking\","
          + "\"yearOfBirth\":1990,\"reference\":\"x\",\"nonce\":\"12345678\","
          + "\"language\":\"en\",\"validForSeconds\":3600}";
  private static final String COWIN = "/api/v3/vaccination/";
  private static final String COWIN_QUESTION =
      "{\"mobile_number\":\"5555500002\",\"full_name\":\"Anybody\",\"email_id\":\"\"}";
  private static final String COWIN_CODE =
      "{\"otp\":\""
          + "7c2523c985881fb2c2b4cfbe917eb12c4c4b61e898ad4e7160cfca487ca3c4f3"
          + "\",\"txnId\":\"3fa0b3a5-5d0c-4b0e-9d7a-6f1d2f7a4c11\"}";
  private static final String STATEMENT =
      "{\"statement\":\"eyJ0eXAiOiJreWN2cy1zdGF0dXMrand0IiwiYWxnIjoiRVMyNTYifQ.e30.AA\","
          + "\"audience\":\"org_pBj28HX781QaRE5SxYhjAi\",\"nonce\":\"12345678\"}";
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "FOO");
  private static final List<String> OPEN_PATHS =
      List.of("/.well-known/jwks.json", "/openapi", "/health", "/", "/notice/");
  private static final List<String> MEDIA_TYPES =
      List.of(
          "application/json",
          "application/json;charset=utf-16",
          "application/json;charset=nope",
          "application/jsonp",
          "text/plain",
          "multipart/form-data",
          "x",
          "*/*",
          ";",
          "",
          "application/x-www-form-urlencoded",
          "application/json, text/plain");
  private static final List<String> ACCEPTED =
      List.of("application/json", "application/jwt", "text/xml", "*", "x/y;q=2", "", ";;", "a/b/c");
  private static final List<String> HEADERS =
      List.of(
          "Authorization",
          "x-api-key",
          "Cookie",
          "Range",
          "If-None-Match",
          "Idempotency-Key",
          "X-Forwarded-For",
          "Forwarded",
          "X-HTTP-Method-Override",
          "Content-Encoding",
          "Origin",
          "Accept-Language",
          "X-Request-Id",
          "Content-Length",
          "Host",
          "Te");
  private static final List<String> PARAMETERS =
      List.of("from", "to", "purpose", "state", "reference", "cursor", "limit", "unknown");

  private final long seed;
  private final List<String> keys;
  private final List<String> ids;

  /**
   * With what valid requests need.
   *
   * @param keys API keys, of which the first is good
   * @param ids verifications that are there
   */
  Mutator(long seed, List<String> keys, List<String> ids) {
    this.seed = seed;
    this.keys = List.copyOf(keys);
    this.ids = List.copyOf(ids);
  }

  /** The request of this number. */
  RawRequest request(int number) {
    Random random = new Random(seed * APART + number);
    RawRequest request = valid(random);
    String key = random.nextInt(4) == 0 ? Oddities.one(keys, random) : keys.get(0);
    request.headers.add((random.nextBoolean() ? "x-api-key: " : "Authorization: Bearer ") + key);
    int times = 1 + random.nextInt(MOST_AT_ONCE);
    for (int i = 0; i < times; i++) {
      spoil(request, random);
    }
    return request;
  }

  private RawRequest valid(Random random) {
    String one = VERIFICATIONS + "/" + Oddities.one(ids, random);
    return switch (random.nextInt(19)) {
      case 0, 1, 2 -> new RawRequest("POST", VERIFICATIONS, QUESTION);
      case 3, 4 ->
          new RawRequest(
              "POST", one + "/confirmation", "{\"code\":\"111111\",\"yearOfBirth\":1990}");
      case 5 -> new RawRequest("POST", one + "/code", "");
      case 6 -> new RawRequest("GET", one + "/statement", "");
      case 7 -> new RawRequest("GET", one, "");
      case 8 -> new RawRequest("DELETE", one, "");
      case 9 -> new RawRequest("GET", Oddities.one(OPEN_PATHS, random), "");
      case 10, 11 -> new RawRequest("POST", "/api/v1/statement-checks", STATEMENT);
      case 12, 13 -> new RawRequest("POST", COWIN + "generateOTP", COWIN_QUESTION);
      case 14 -> new RawRequest("POST", COWIN + "confirmOTP", COWIN_CODE);
      case 15 -> new RawRequest("GET", COWIN + "status", "");
      case 16 -> new RawRequest("GET", one + "/statement.png", "");
      default -> listing();
    };
  }

  private static RawRequest listing() {
    RawRequest request = new RawRequest("GET", VERIFICATIONS, "");
    request.query.addAll(List.of("limit=2", "state=completed", "from=2026-01-01T00:00:00Z"));
    return request;
  }

  private static void spoil(RawRequest request, Random random) {
    switch (random.nextInt(12)) {
      case 0 -> request.method = Oddities.one(METHODS, random);
      case 1 -> request.path = inserted(request.path, Oddities.text(random), random);
      case 2 -> request.path = request.path + "/" + unbroken(Oddities.text(random));
      case 3, 4 ->
          request.query.add(
              Oddities.one(PARAMETERS, random) + "=" + unbroken(Oddities.text(random)));
      case 5 -> request.headers.add(Oddities.one(HEADERS, random) + ": " + Oddities.text(random));
      case 6 -> request.headers.add("Content-Type: " + Oddities.one(MEDIA_TYPES, random));
      case 7 -> request.headers.add("Accept: " + Oddities.one(ACCEPTED, random));
      case 8 -> request.framing = Oddities.one(List.of(Framing.values()), random);
      default -> request.body = spoiltBody(request.body, random);
    }
  }

  private static byte[] spoiltBody(byte[] body, Random random) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int colon = text.indexOf(':', text.isEmpty() ? 0 : random.nextInt(text.length()));
    String spoilt =
        switch (random.nextInt(7)) {
          case 0 -> Oddities.value(random);
          case 1 -> text.substring(0, random.nextInt(text.length() + 1));
          case 2 -> BYTE_ORDER_MARK + text;
          case 3 -> inserted(text, Oddities.bytes(random, 1 + random.nextInt(5)), random);
          case 4 -> text.replaceFirst("^\\{", "{\"code\":\"222222\",\"mobile\":1,");
          case 5 -> text.replaceFirst("\\}$", ",\"unknown\":0}");
          default -> colon < 0 ? text : withValue(text, colon, Oddities.value(random));
        };
    return spoilt.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String withValue(String text, int colon, String value) {
    int comma = text.indexOf(',', colon);
    return text.substring(0, colon + 1)
        + value
        + text.substring(comma < 0 ? text.length() - 1 : comma);
  }

  private static String inserted(String text, String part, Random random) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + unbroken(part) + text.substring(at);
  }

  /** Blanks would only make another request line of it. */
  private static String unbroken(String text) {
    return text.replace(' ', '+');
  }
}
