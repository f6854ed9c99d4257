package org.kycvs.client;

/** Keys, ids and answers as the server gives them. */
final class Samples {
  static final String LIVE_KEY =
      "kvs_live_0123456789ABCDEFGHIJKL_abcdefghijklmnopqrstuvwxyz01234515sATr";
  static final String TEST_KEY =
      "kvs_test_0123456789ABCDEFGHIJKL_abcdefghijklmnopqrstuvwxyz0123453FtmrZ";
  static final VerificationId ID = VerificationId.of("ver_kTiV9TyfXjOv8c2ajkI2Hi");
  static final String PATH = "/api/v1/verifications/" + ID;
  static final Question QUESTION =
      Question.about("+917011000000", "Arjun Pillai", "hotel-check-in");

  private static final String BEGINNING =
      """
      "id":"ver_kTiV9TyfXjOv8c2ajkI2Hi","mode":"live","purpose":"hotel-check-in",
      "reference":"room 214","mobile":"+91••••••0000","createdAt":"2026-11-21T20:24:25.743122Z",
      "expiresAt":"2026-11-21T20:34:25.743122Z\"""";

  static final String WAITING =
      "{\"state\":\"awaiting-code\","
          + BEGINNING
          + """
          ,"code":{"length":6,"expiresAt":"2026-11-21T20:29:25Z","triesLeft":3,"sendsLeft":2,
          "resendAfter":"2026-11-21T20:24:55Z","sms":"queued"}}""";

  static final String CANCELLED = "{\"state\":\"cancelled\"," + BEGINNING + "}";

  static final String WITHDRAWN =
      "{\"state\":\"completed\","
          + BEGINNING
          + """
          ,"asOf":"2026-11-21T20:24:29Z","statementExpiresAt":"2026-11-22T20:24:30Z",
          "receipt":{"id":"rcp_1","url":"http://localhost/r"},
          "consent":{"state":"withdrawn","at":"2026-11-21T20:24:29Z"}}""";

  static final String COMPLETED =
      "{\"state\":\"completed\","
          + BEGINNING
          + """
          ,"status":2,"meaning":"fully-vaccinated","asOf":"2026-11-21T20:24:29Z",
          "statement":"eyJ.a.b","statementExpiresAt":"2026-11-22T20:24:30Z",
          "receipt":{"id":"rcp_F8jkyBjjDHlbQjvNSABw1e","url":"http://localhost/r"},
          "consent":{"state":"given","at":"2026-11-21T20:24:29Z"},
          "subjectSalt":"qXWCRH1_xdcjwIEyolAs6vfoYbiIhGhrWjNz6Z4Z5G4"}""";

  private Samples() {}

  /** A client of a server, in a time of its own. */
  static KycVsClientBuilder client(FakeServer server, FakePace pace) {
    return KycVsClient.builder(server.address(), ApiKey.of(LIVE_KEY)).pace(pace);
  }
}
