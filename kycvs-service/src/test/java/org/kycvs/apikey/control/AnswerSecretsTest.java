package org.kycvs.apikey.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.entity.CallAnswer;
import org.kycvs.apikey.entity.CallAnswer.Replay;
import org.kycvs.apikey.entity.IdempotencyKey;
import org.kycvs.apikey.entity.OnceCall;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

class AnswerSecretsTest {
  private static final OrganisationId ORGANISATION = OrganisationId.random();

  private final AnswerSecrets secrets =
      new AnswerSecrets(MasterKey.parse(Base64.getEncoder().encodeToString(new byte[32])));

  @Test
  void scope_sameBodyElsewhere_looksDifferent() {
    OnceScope one = scope("a", "{\"code\":\"123456\"}");
    OnceScope other = scope("b", "{\"code\":\"123456\"}");
    assertTrue(one.hasBody(scope("a", "{\"code\":\"123456\"}").bodyHash()));
    assertFalse(one.hasBody(other.bodyHash()));
    assertFalse(one.hasBody(scope("a", "{\"code\":\"123457\"}").bodyHash()));
  }

  @Test
  void scope_partsThatJoinToTheSame_areDifferent() {
    assertFalse(
        java.util.Arrays.equals(
            secrets.scope(ORGANISATION, Mode.LIVE, call("POST", "/a", "bc")).hash(),
            secrets.scope(ORGANISATION, Mode.LIVE, call("POST", "/ab", "c")).hash()));
  }

  @Test
  void open_sealed_isTheSame() {
    CallAnswer answer =
        new CallAnswer(
            201, Map.of("Location", "https://kycvs.example/ä", "X", ""), "text/x", bytes(70_000));
    CallAnswer opened = secrets.open(scope("a", ""), secrets.seal(scope("a", ""), answer));
    assertEquals(answer.status(), opened.status());
    assertEquals(answer.headers(), opened.headers());
    assertEquals(answer.mediaType(), opened.mediaType());
    assertArrayEquals(answer.body(), opened.body());
    assertEquals(Replay.SAME, opened.replay());
  }

  @Test
  void open_movedToAnotherCall_isRefused() {
    byte[] sealed =
        secrets.seal(scope("a", ""), new CallAnswer(200, Map.of(), "text/x", bytes(10)));
    assertThrows(IllegalStateException.class, () -> secrets.open(scope("b", ""), sealed));
  }

  @Test
  void seal_notToBeSentAgainAsItIs_leavesTheBytesOut() {
    CallAnswer answer = new CallAnswer(200, Map.of("Location", "x"), "text/x", bytes(70_000));
    for (CallAnswer kept : new CallAnswer[] {answer.madeAnew(), answer.shownOnce()}) {
      byte[] sealed = secrets.seal(scope("a", ""), kept);
      assertTrue(sealed.length < 100);
      CallAnswer opened = secrets.open(scope("a", ""), sealed);
      assertEquals(kept.replay(), opened.replay());
      assertEquals(200, opened.status());
      assertEquals(0, opened.body().length);
      assertEquals(Map.of(), opened.headers());
    }
  }

  @Test
  void isFinal_allBut429And5xx() {
    assertTrue(answer(200).isFinal());
    assertTrue(answer(428).isFinal());
    assertFalse(answer(429).isFinal());
    assertTrue(answer(430).isFinal());
    assertTrue(answer(499).isFinal());
    assertFalse(answer(500).isFinal());
    assertFalse(answer(503).isFinal());
  }

  private static CallAnswer answer(int status) {
    return new CallAnswer(status, Map.of(), "text/x", new byte[0]);
  }

  private OnceScope scope(String key, String body) {
    OnceCall call =
        new OnceCall(new IdempotencyKey(key), "POST", "/x", body.getBytes(StandardCharsets.UTF_8));
    return secrets.scope(ORGANISATION, Mode.LIVE, call);
  }

  private static OnceCall call(String method, String path, String key) {
    return new OnceCall(new IdempotencyKey(key), method, path, new byte[0]);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) 200);
    return bytes;
  }
}
