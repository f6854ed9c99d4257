package org.kycvs.systemtest.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request to be spoilt: its parts, as bytes that no HTTP client would agree to send. */
final class RawRequest {
  /** How the body is sent. */
  enum Framing {
    /** With its length. */
    LENGTH,
    /** In chunks, as it should be. */
    CHUNKED,
    /** In chunks whose sizes are no numbers. */
    WRONG_CHUNKS,
    /** With a length that it never reaches. */
    CUT
  }

  private static final int CHUNK = 7;
  private static final int MISSING = 100;

  String method;
  String path;
  final List<String> query = new ArrayList<>();
  final List<String> headers = new ArrayList<>();
  byte[] body;
  Framing framing = Framing.LENGTH;

  RawRequest(String method, String path, String body) {
    this.method = method;
    this.path = path;
    this.body = body.getBytes(StandardCharsets.UTF_8);
    headers.add("Host: localhost");
    if (!body.isEmpty()) {
      headers.add("Content-Type: application/json");
    }
  }

  /** As it goes over the wire. Text has a character a byte. */
  byte[] bytes() {
    StringBuilder head = new StringBuilder(method).append(' ').append(path);
    if (!query.isEmpty()) {
      head.append('?').append(String.join("&", query));
    }
    head.append(" HTTP/1.1\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append("Connection: close\r\n");
    switch (framing) {
      case LENGTH -> head.append("Content-Length: ").append(body.length).append("\r\n");
      case CUT -> head.append("Content-Length: ").append(body.length + MISSING).append("\r\n");
      case CHUNKED, WRONG_CHUNKS -> head.append("Transfer-Encoding: chunked\r\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    if (framing == Framing.LENGTH || framing == Framing.CUT) {
      bytes.writeBytes(body);
    } else {
      writeChunks(bytes);
    }
    return bytes.toByteArray();
  }

  private void writeChunks(ByteArrayOutputStream bytes) {
    String beforeSize = framing == Framing.WRONG_CHUNKS ? "-" : "";
    for (int at = 0; at < body.length; at += CHUNK) {
      int length = Math.min(CHUNK, body.length - at);
      bytes.writeBytes((beforeSize + length + "\r\n").getBytes(StandardCharsets.US_ASCII));
      bytes.write(body, at, length);
      bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }
}
