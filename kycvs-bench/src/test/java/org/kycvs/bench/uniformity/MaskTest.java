package org.kycvs.bench.uniformity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kycvs.bench.journey.Answer;

class MaskTest {
  private static final String BODY =
      """
      {"id":"ver_GOgwXXnQXK6bWeV2c9jT24","mobile":"+91••••••0000",\
      "createdAt":"2026-11-22T02:37:17.490359Z","triesLeft":3,"sms":"queued"}""";
  private static final String SAME =
      """
      {"id":"ver_3tr6lF8JpoykM15NyaEwjI","mobile":"+91••••••4711",\
      "createdAt":"2026-11-22T02:38:01.49Z","triesLeft":3,"sms":"queued"}""";

  @Test
  void of_idsTimesAndMobilesApart_isTheSame() {
    assertEquals(
        Mask.of(answer(201, "req_E1k4qwv9RF3tXscGRxcIIr", BODY)),
        Mask.of(answer(201, "req_LK8qrNhEhRGKYUxsXlJUAV", SAME)));
  }

  @Test
  void of_anyOtherByte_isAnother() {
    String here = Mask.of(answer(201, "req_a", BODY));
    assertNotEquals(here, Mask.of(answer(201, "req_a", BODY.replace("queued", "sent"))));
    assertNotEquals(here, Mask.of(answer(201, "req_a", BODY.replace(":3", ":2"))));
    assertNotEquals(here, Mask.of(answer(201, "req_a", BODY + " ")));
    assertNotEquals(here, Mask.of(answer(201, "req_a", BODY.replace("+91", "+92"))));
    assertNotEquals(here, Mask.of(answer(200, "req_a", BODY)));
  }

  @Test
  void of_aHeaderMoreOrOfAnotherValue_isAnother() {
    String here = Mask.of(new Answer(200, Map.of("cache-control", List.of("no-store")), "", 0));
    assertNotEquals(here, Mask.of(new Answer(200, Map.of(), "", 0)));
    assertNotEquals(
        here, Mask.of(new Answer(200, Map.of("cache-control", List.of("private")), "", 0)));
  }

  @Test
  void of_limitsLeft_areThereButNotCompared() {
    String first = Mask.of(new Answer(200, Map.of("ratelimit", List.of("a;r=7")), "", 0));
    assertEquals(first, Mask.of(new Answer(200, Map.of("ratelimit", List.of("a;r=6")), "", 0)));
    assertNotEquals(first, Mask.of(new Answer(200, Map.of(), "", 0)));
  }

  @Test
  void of_aLengthThatIsNotTheBodys_isShown() {
    Answer wrong = new Answer(200, Map.of("content-length", List.of("9")), "four", 0);
    assertTrue(Mask.of(wrong).contains("content-length: 9"), Mask.of(wrong));
    Answer right = new Answer(200, Map.of("content-length", List.of("6")), "••", 0);
    assertTrue(Mask.of(right).contains("content-length: <that of the body>"), Mask.of(right));
  }

  @Test
  void masked_whatOnlyLooksLikeAnId_staysAsItIs() {
    assertEquals("ver_short", Mask.masked("ver_short"));
    assertEquals(
        "/api/v1/verifications/ver_<id>",
        Mask.masked("/api/v1/verifications/ver_GOgwXXnQXK6bWeV2c9jT24"));
  }

  @Test
  void differences_oneAnswerForAll_areNone() {
    SeenAnswers seen = new SeenAnswers();
    seen.add(CallKind.ASK, PersonKind.REGISTERED, answer(201, "req_a", BODY));
    seen.add(CallKind.ASK, PersonKind.BLOCKED, answer(201, "req_b", SAME));
    seen.add(CallKind.READ, PersonKind.BLOCKED, answer(200, "req_b", SAME));
    assertEquals(List.of(), seen.differences());
  }

  @Test
  void differences_anotherAnswerForSome_sayForWhom() {
    SeenAnswers seen = new SeenAnswers();
    seen.add(CallKind.READ, PersonKind.REGISTERED, answer(200, "req_a", BODY));
    seen.add(CallKind.READ, PersonKind.REGISTERED, answer(200, "req_b", SAME));
    seen.add(CallKind.READ, PersonKind.PAUSED, answer(200, "req_c", BODY.replace("queued", "-")));
    assertEquals(1, seen.differences().size());
    String told = seen.differences().get(0);
    assertTrue(told.startsWith("read has 2 different answers:"), told);
    assertTrue(told.contains("for registered (2)"), told);
    assertTrue(told.contains("for paused (1)"), told);
  }

  @Test
  void connectionEnds_alwaysAfterAsManyAnswers_areNoDifference() {
    ConnectionEnds ends = new ConnectionEnds();
    List.of(false, false, true, false, false, true, false)
        .forEach(last -> ends.note(connection(last)));
    assertEquals(List.of(), ends.differences());
    assertEquals(Mask.of(connection(false)), Mask.of(connection(true)));
  }

  @Test
  void connectionEnds_onceEarlier_areTold() {
    ConnectionEnds ends = new ConnectionEnds();
    List.of(false, false, true, false, true).forEach(last -> ends.note(connection(last)));
    assertTrue(ends.differences().get(0).endsWith("[2, 3]"), ends.differences()::toString);
  }

  private static Answer connection(boolean last) {
    return new Answer(200, last ? Map.of("connection", List.of("close")) : Map.of(), "", 0);
  }

  private static Answer answer(int status, String request, String body) {
    return new Answer(
        status,
        Map.of(
            "content-type", List.of("application/json"),
            "x-request-id", List.of(request),
            "location", List.of("http://localhost/api/v1/verifications/ver_" + "7".repeat(22))),
        body,
        0);
  }
}
