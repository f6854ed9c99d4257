package org.kycvs.notification.control.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.kycvs.notification.control.SmsGateway;
import org.kycvs.notification.entity.HttpGatewaySettings;
import org.kycvs.notification.entity.SmsEncoding;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;

/**
 * Hands messages to a gateway by HTTP. No request is ever repeated by itself: whether it may be is
 * decided by who knows what a message sent twice costs. A gateway that answers a byte at a time, or
 * without end, is cut off: after twice the timeout, and after 16 KiB.
 */
public final class HttpGateway implements SmsGateway {
  private static final int MOST_CONNECTIONS = 200;
  private static final int LONGEST_ANSWER = 16 * 1024;

  private final String name;
  private final HttpGatewaySettings settings;
  private final ReportAddresses reports;
  private final CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor deadlines;

  /** Connects when the first message comes. */
  public HttpGateway(String name, HttpGatewaySettings settings, ReportAddresses reports) {
    this.name = name;
    this.settings = settings;
    this.reports = reports;
    Timeout timeout = Timeout.of(settings.timeout());
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            // One that the gateway has closed meanwhile would put a message in
                            // doubt.
                            .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(timeout)
                    .setResponseTimeout(timeout)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
    this.deadlines = new ScheduledThreadPoolExecutor(1, HttpGateway::daemon);
    this.deadlines.setRemoveOnCancelPolicy(true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Submission submit(long number, SmsMessage message) {
    HttpUriRequestBase request = request(number, message);
    Future<?> deadline =
        deadlines.schedule(
            request::cancel, 2 * settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse response = http.executeOpen(null, request, null);
      try {
        return read(request, response);
      } finally {
        Closer.closeQuietly(response);
      }
    } catch (IOException e) {
      String reason = e.getClass().getSimpleName();
      return isBeforeSending(e)
          ? new Submission.NotSent("It cannot be reached: " + reason)
          : new Submission.InDoubt("It did not answer: " + reason);
    } finally {
      deadline.cancel(false);
    }
  }

  @Override
  public boolean isReachable() {
    URI target = settings.target();
    int port =
        target.getPort() > 0 ? target.getPort() : target.getScheme().equals("https") ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(target.getHost(), port), (int) settings.timeout().toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    try {
      http.close();
    } catch (IOException e) {
      throw new IllegalStateException("The connections to " + name + " could not be closed", e);
    }
  }

  private HttpUriRequestBase request(long number, SmsMessage message) {
    MessageForm form =
        new MessageForm(values(number, message), SmsEncoding.of(message.text()) != SmsEncoding.GSM);
    HttpUriRequestBase request =
        new HttpUriRequestBase(settings.method(), URI.create(form.url(settings.url())));
    String mediaType = "text/plain";
    for (Map.Entry<String, String> header : settings.headers().entrySet()) {
      if (header.getKey().equalsIgnoreCase("Content-Type")) {
        mediaType = header.getValue();
      } else {
        form.header(header.getValue()).ifPresent(text -> request.addHeader(header.getKey(), text));
      }
    }
    if (settings.body().isPresent()) {
      String body = form.body(settings.body().get(), mediaType);
      ContentType type = ContentType.parse(mediaType).withCharset(StandardCharsets.UTF_8);
      request.setEntity(new StringEntity(body, type));
    }
    return request;
  }

  private Map<String, String> values(long number, SmsMessage message) {
    Map<String, String> values = new HashMap<>();
    values.put("mobile", message.to().e164());
    values.put("mobile-digits", message.to().e164().substring(1));
    values.put("text", message.text());
    values.put("header", message.dlt().header().orElse(""));
    values.put("entity-id", message.dlt().entityId().orElse(""));
    values.put("template-id", message.dlt().templateId().orElse(""));
    values.put("user", settings.user());
    values.put("password", settings.password());
    values.put("base", settings.base());
    values.put("reference", Long.toString(number));
    values.put(
        "report-url",
        settings.reports().map(rule -> reports.of(name, number) + rule.suffix()).orElse(""));
    return values;
  }

  private Submission read(HttpUriRequestBase request, ClassicHttpResponse response) {
    String body = "";
    try {
      if (response.getEntity() != null) {
        byte[] bytes = response.getEntity().getContent().readNBytes(LONGEST_ANSWER + 1);
        if (bytes.length > LONGEST_ANSWER) {
          // Closing the answer would read it to its end, which there may be none of.
          request.cancel();
        }
        body = new String(bytes, StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      return new Submission.InDoubt("Its answer broke off");
    }
    return settings.answer().read(response.getCode(), body, retryAfter(response));
  }

  private static Optional<Long> retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    return Optional.ofNullable(header)
        .map(Header::getValue)
        .filter(value -> value.matches("\\d{1,6}"))
        .map(Long::valueOf);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "SMS deadlines");
    thread.setDaemon(true);
    return thread;
  }

  /** Whether a failure came before the first byte of the request could leave. */
  private static boolean isBeforeSending(IOException failure) {
    return failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException
        || failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException
        || failure instanceof ConnectionRequestTimeoutException;
  }
}
