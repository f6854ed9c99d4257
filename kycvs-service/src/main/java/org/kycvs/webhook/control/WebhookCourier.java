package org.kycvs.webhook.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kycvs.webhook.control.http.AddressLookUp;
import org.kycvs.webhook.control.http.Sent;
import org.kycvs.webhook.control.http.TrustedAuthorities;
import org.kycvs.webhook.control.http.WebhookSender;
import org.kycvs.webhook.entity.WebhookAttempt;
import org.kycvs.webhook.entity.WebhookSettings;

/** Signs deliveries and carries them to their endpoints (Standard Webhooks 1.0). */
@ApplicationScoped
public class WebhookCourier {
  private static final int MOST_LOOK_UPS = 64;
  private static final int IDLE_SECONDS = 30;

  @Inject private WebhookSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;

  private @Nullable ExecutorService lookUps;
  private @Nullable ScheduledExecutorService timer;
  private @Nullable WebhookSender sender;

  @PostConstruct
  void prepare() {
    lookUps =
        new ThreadPoolExecutor(
            0, MOST_LOOK_UPS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    timer = Executors.newSingleThreadScheduledExecutor(threads);
    sender =
        new WebhookSender(
            AddressLookUp.ofThisMachine(),
            settings.allowLoopback(),
            TrustedAuthorities.sockets(),
            lookUps,
            timer,
            WebhookSettings.PATIENCE,
            clock);
  }

  @PreDestroy
  void end() {
    if (lookUps != null && timer != null) {
      lookUps.shutdownNow();
      timer.shutdownNow();
    }
  }

  /** Tries once. Takes ten seconds at most; whatever happens is told by what it returns. */
  public Tried carry(TakenDelivery taken) {
    if (sender == null) {
      throw new IllegalStateException("Not prepared");
    }
    Instant at = clock.instant();
    long began = System.nanoTime();
    Sent sent = sender.post(taken.endpoint().target(), headers(taken, at), taken.body());
    Duration took = Duration.of(System.nanoTime() - began, ChronoUnit.NANOS);
    return new Tried(
        new WebhookAttempt(
            at, taken.endpoint().target().url(), sent.headers(), took, sent.answer(), sent.error()),
        sent.outcome(),
        sent.retryAfter());
  }

  /** As the standard names them; while two secrets count, there are two signatures. */
  private static Map<String, String> headers(TakenDelivery taken, Instant at) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", taken.event());
    headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
    headers.put(
        "webhook-signature",
        taken.endpoint().secrets().stream()
            .map(secret -> secret.sign(taken.event(), at, taken.body()))
            .collect(Collectors.joining(" ")));
    return headers;
  }
}
