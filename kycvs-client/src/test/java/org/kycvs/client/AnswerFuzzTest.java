package org.kycvs.client;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** Whatever a server answers is understood, or refused in one of the ways that callers know. */
@NullMarked
class AnswerFuzzTest {

  @FuzzTest
  void verification_anyBytes_areReadOrRefused(byte[] body) {
    Call call = Call.read("get", "/");
    Verdict verdict = Verdict.of(call, reply(200, Call.JSON, body));
    if (verdict instanceof Verdict.Done done) {
      Answered answered =
          new Answered(done.reply(), done.document(), done.problem(), new Effort(call, 1, false));
      read(() -> answered.read(VerificationReader::read));
      read(() -> answered.read(StatementCheck::read));
    }
  }

  @FuzzTest
  void problem_anyBytes_areAProblemOrHopeless(byte[] body) {
    Call call = Call.read("get", "/");
    Verdict verdict = Verdict.of(call, reply(422, Problem.MEDIA_TYPE, body));
    if (verdict instanceof Verdict.Done done) {
      Answered answered =
          new Answered(done.reply(), done.document(), done.problem(), new Effort(call, 1, false));
      read(() -> answered.refusal(Refusals::ofConfirmation));
      read(() -> answered.refusal(Refusals::ofResending));
    }
  }

  @FuzzTest
  void retryAfter_anyText_isADurationOrNothing(byte[] value) {
    String text = new String(value, java.nio.charset.StandardCharsets.ISO_8859_1);
    HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(text)), (n, v) -> true);
    if (new Reply(429, headers, new byte[0], Instant.EPOCH)
        .retryAfter()
        .filter(wait -> wait.isNegative() || wait.toDays() > 2)
        .isPresent()) {
      throw new AssertionError(text);
    }
  }

  private static void read(Runnable reader) {
    try {
      reader.run();
    } catch (ProblemException | UnexpectedAnswerException e) {
      // One of the ways that callers know.
    }
  }

  private static Reply reply(int status, String type, byte[] body) {
    HttpHeaders headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (n, v) -> true);
    return new Reply(status, headers, body, Instant.EPOCH);
  }
}
