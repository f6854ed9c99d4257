package org.kycvs.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertificateException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What is to be done after one attempt: this table is all that is ever sent again. */
sealed interface Verdict {

  /** It is answered. */
  record Done(Reply reply, Optional<Members> document, Optional<Problem> problem)
      implements Verdict {}

  /**
   * Send it again.
   *
   * @param because in words, without anybody's data
   * @param pause what the server asked for
   * @param mayBeDone whether it may have been done although nobody said so
   * @param problem what the server said, if it said something
   * @param failure what happened to the line
   */
  record Again(
      String because,
      Optional<Duration> pause,
      boolean mayBeDone,
      Optional<Problem> problem,
      Optional<IOException> failure)
      implements Verdict {}

  /**
   * Sending it again is of no use: this is not the API, or not one that we trust.
   *
   * @param why ends a sentence about the answer
   * @param mayBeDone whether it may have been done although nobody said so
   */
  record Hopeless(String why, boolean mayBeDone) implements Verdict {}

  /** 500 and 503 are the server's, 502 and 504 those of a proxy that cannot reach it. */
  Set<Integer> FAILURES = Set.of(500, 502, 503, 504);

  /** The limit of a person or a verification, not of calls: the one who asks has to know. */
  Set<String> FOR_THE_CALLER =
      Set.of("too-many-sends", "too-many-wrong-codes", "code-locked", "sms-unavailable");

  /** After a line that broke. */
  static Verdict of(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return new Hopeless("its certificate is not trusted (" + cause.getMessage() + ")", false);
      }
      if (cause instanceof LimitedBody.TooLargeException) {
        return new Hopeless("it is larger than any answer may be", true);
      }
    }
    boolean sent =
        !(failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException);
    return new Again(
        failure.getClass().getSimpleName(),
        Optional.empty(),
        sent,
        Optional.empty(),
        Optional.of(failure));
  }

  /** After a whole answer. */
  static Verdict of(Call call, Reply reply) {
    return reply.status() >= 400 ? refused(reply) : answered(call, reply);
  }

  private static Verdict answered(Call call, Reply reply) {
    if (reply.status() < 200 || reply.status() > 299) {
      return new Hopeless(
          "its status is " + reply.status() + ", and redirects are not followed", true);
    }
    if (call.accept().isEmpty()) {
      return new Done(reply, Optional.empty(), Optional.empty());
    }
    if (!call.accepts(reply.mediaType())) {
      return new Hopeless("its media type is not " + call.accept(), true);
    }
    if (!call.accept().equals(Call.JSON)) {
      return new Done(reply, Optional.empty(), Optional.empty());
    }
    Optional<Members> document = document(reply);
    return document.isPresent()
        ? new Done(reply, document, Optional.empty())
        : again("broken JSON", reply, true, Optional.empty());
  }

  private static Verdict refused(Reply reply) {
    Optional<Problem> problem = problem(reply);
    String because = reply.status() + problem.map(said -> " " + said.code()).orElse("");
    if (problem.filter(said -> FOR_THE_CALLER.contains(said.code())).isEmpty()) {
      if (FAILURES.contains(reply.status())) {
        return again(because, reply, true, problem);
      }
      if (reply.status() == 429 && waitOf(reply, problem).isPresent()) {
        return again(because, reply, false, problem);
      }
      if (problem.filter(said -> said.code().equals("idempotency-in-progress")).isPresent()) {
        return again(because, reply, true, problem);
      }
    }
    return problem.isPresent()
        ? new Done(reply, Optional.empty(), problem)
        : new Hopeless("its status is " + reply.status() + ", without a problem document", true);
  }

  private static Again again(
      String because, Reply reply, boolean mayBeDone, Optional<Problem> problem) {
    return new Again(because, waitOf(reply, problem), mayBeDone, problem, Optional.empty());
  }

  private static Optional<Duration> waitOf(Reply reply, Optional<Problem> problem) {
    return problem.flatMap(Problem::retryAfter).or(reply::retryAfter);
  }

  private static Optional<Problem> problem(Reply reply) {
    try {
      return reply.mediaType().equals(Problem.MEDIA_TYPE)
          ? document(reply).map(document -> Problem.read(document, reply))
          : Optional.empty();
    } catch (WrongFormException e) {
      return Optional.empty();
    }
  }

  private static Optional<Members> document(Reply reply) {
    try {
      Optional<String> text = reply.text();
      return text.isPresent() ? Optional.of(Members.parse(text.get())) : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
