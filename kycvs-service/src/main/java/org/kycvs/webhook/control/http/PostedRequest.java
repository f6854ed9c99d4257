package org.kycvs.webhook.control.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.kycvs.webhook.entity.WebhookAttempt;
import org.kycvs.webhook.entity.WebhookTarget;

/** A request as it goes over the wire (RFC 9112), and the beginning of what comes back. */
final class PostedRequest {
  private static final int LONGEST_LINE = 4_096;
  private static final int MOST_HEADERS = 50;
  private static final int MOST_INTERIM_ANSWERS = 5;
  private static final int FINAL = 200;
  private static final int KEPT_HEADERS = 8_192;

  private static final DefaultBHttpClientConnectionFactory CONNECTIONS =
      DefaultBHttpClientConnectionFactory.builder()
          .http1Config(
              Http1Config.custom()
                  .setMaxLineLength(LONGEST_LINE)
                  .setMaxHeaderCount(MOST_HEADERS)
                  .setMaxEmptyLineCount(MOST_INTERIM_ANSWERS)
                  .build())
          .build();

  private final ClassicHttpRequest request;

  /**
   * What came back.
   *
   * @param answer its status, headers and the beginning of its body
   * @param retryAfter the header of that name
   */
  record Reply(WebhookAttempt.Answer answer, Optional<String> retryAfter) {}

  private PostedRequest(ClassicHttpRequest request) {
    this.request = request;
  }

  static PostedRequest of(WebhookTarget target, Map<String, String> headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> all = new LinkedHashMap<>();
    all.put(HttpHeaders.HOST, target.authority());
    all.put(HttpHeaders.USER_AGENT, "KYC-VS-Webhooks/1");
    all.put(HttpHeaders.CONTENT_TYPE, "application/json");
    all.put(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
    all.put(HttpHeaders.CONNECTION, "close");
    all.putAll(headers);
    ClassicHttpRequest request = new BasicClassicHttpRequest("POST", target.path());
    all.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_JSON));
    return new PostedRequest(request);
  }

  /** The headers, a line each. */
  String headers() {
    return lines(request);
  }

  /** Sends it, and reads no more of the answer than is kept. */
  Reply exchange(Socket socket) throws IOException, HttpException {
    HttpClientConnection connection = CONNECTIONS.createConnection(socket);
    try {
      connection.sendRequestHeader(request);
      connection.sendRequestEntity(request);
      connection.flush();
      ClassicHttpResponse response = answer(connection);
      connection.receiveResponseEntity(response);
      Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
      return new Reply(
          new WebhookAttempt.Answer(response.getCode(), lines(response), body(response)),
          Optional.ofNullable(retryAfter).map(Header::getValue));
    } finally {
      connection.close(CloseMode.IMMEDIATE);
    }
  }

  private static ClassicHttpResponse answer(HttpClientConnection connection)
      throws IOException, HttpException {
    ClassicHttpResponse response = connection.receiveResponseHeader();
    for (int i = 0; response.getCode() < FINAL && i < MOST_INTERIM_ANSWERS; i++) {
      response = connection.receiveResponseHeader();
    }
    return response;
  }

  private static byte[] body(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    InputStream content = entity.getContent();
    return content.readNBytes(WebhookAttempt.KEPT_BODY);
  }

  /** What is no visible ASCII is shown as a question mark. */
  private static String lines(HttpMessage message) {
    String lines =
        Stream.of(message.getHeaders())
            .map(header -> header.getName() + ": " + header.getValue())
            .map(line -> line.replaceAll("[^ -~]", "?"))
            .collect(Collectors.joining("\n"));
    return lines.substring(0, Math.min(lines.length(), KEPT_HEADERS));
  }
}
