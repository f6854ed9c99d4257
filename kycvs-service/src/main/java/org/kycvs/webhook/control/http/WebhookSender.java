package org.kycvs.webhook.control.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.kycvs.webhook.control.http.Sent.Outcome;
import org.kycvs.webhook.entity.WebhookAttempt;
import org.kycvs.webhook.entity.WebhookTarget;

/**
 * Sends a request to an endpoint: to a public address only, within a time for all of it, over a
 * connection of its own. There is no proxy, no cookie, no redirect, no credential and nothing to
 * unpack: it does not know how. It does not throw.
 */
public final class WebhookSender {
  private final PermittedAddresses addresses;
  private final SSLSocketFactory tls;
  private final ScheduledExecutorService timer;
  private final Duration patience;
  private final Clock clock;

  /**
   * With what it needs of the machine.
   *
   * @param allowLoopback whether it may send to this machine itself
   * @param threads look up names; bounded, and refusing what is too much
   * @param timer cuts connections
   * @param patience how long each request may take, all of it
   */
  public WebhookSender(
      AddressLookUp lookUp,
      boolean allowLoopback,
      SSLSocketFactory tls,
      ExecutorService threads,
      ScheduledExecutorService timer,
      Duration patience,
      Clock clock) {
    this.addresses = new PermittedAddresses(lookUp, threads, allowLoopback);
    this.tls = tls;
    this.timer = timer;
    this.patience = patience;
    this.clock = clock;
  }

  /** Posts a body with these headers, and those that HTTP needs. */
  public Sent post(WebhookTarget target, Map<String, String> headers, String body) {
    PostedRequest request = PostedRequest.of(target, headers, body);
    Deadline deadline = Deadline.in(patience);
    try {
      List<InetAddress> permitted = addresses.of(target.host(), deadline);
      try (WatchedSocket connection =
          WatchedSocket.connect(permitted, target.port(), deadline, timer)) {
        Socket socket = connection.to(target, tls);
        return answered(request, request.exchange(socket));
      }
    } catch (IOException | HttpException e) {
      return deadline.isOver() ? failed(request, new SocketTimeoutException()) : failed(request, e);
    }
  }

  private Sent answered(PostedRequest request, PostedRequest.Reply reply) {
    WebhookAttempt.Answer answer = reply.answer();
    Outcome outcome = AnswerMeaning.outcome(answer.status());
    return new Sent(
        request.headers(),
        Optional.of(answer),
        AnswerMeaning.objection(answer.status()),
        outcome,
        AnswerMeaning.retryAfter(answer.status(), reply.retryAfter(), clock.instant()));
  }

  private Sent failed(PostedRequest request, Exception failure) {
    Outcome outcome =
        failure instanceof SocketTimeoutException
            ? Outcome.TIMED_OUT
            : failure instanceof RefusedTargetException ? Outcome.NOT_PUBLIC : Outcome.UNREACHABLE;
    return new Sent(
        request.headers(),
        Optional.empty(),
        Optional.of(words(failure)),
        outcome,
        Optional.empty());
  }

  /** Never what an exception of the network says besides: it may name our own addresses. */
  private String words(Exception failure) {
    if (failure instanceof SocketTimeoutException) {
      return "It was not done within "
          + patience.toSeconds()
          + " seconds: finding the name, connecting, sending and the answer together.";
    }
    if (failure instanceof RefusedTargetException refused) {
      return String.valueOf(refused.getMessage());
    }
    if (failure instanceof UnknownHostException) {
      return "The name was not found in DNS.";
    }
    if (failure instanceof SSLException) {
      return "TLS failed: " + firstLine(failure);
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return "Nobody accepts connections there.";
    }
    if (failure instanceof NoHttpResponseException) {
      return "The connection was closed without an answer.";
    }
    if (failure instanceof MessageConstraintException) {
      return "The answer's headers are too long.";
    }
    return failure instanceof HttpException
        ? "What came back is no HTTP answer."
        : "The connection broke.";
  }

  private static String firstLine(Exception failure) {
    String message = String.valueOf(failure.getMessage()).replaceAll("(?s)[\\p{Cntrl}].*", "");
    return message.substring(0, Math.min(message.length(), 200));
  }
}
