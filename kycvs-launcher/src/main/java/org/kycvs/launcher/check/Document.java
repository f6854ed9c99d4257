package org.kycvs.launcher.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/** Reads a small text from a file or URL that the user names. */
final class Document {
  /** More than a key set or a statement ever needs, in bytes. */
  static final int LARGEST = 64 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ALL = Duration.ofSeconds(10);
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private Document() {}

  /**
   * The text of a file, or of an http(s) URL that answers 200 within ten seconds; redirects are not
   * followed. Plain http only from this machine: keys that somebody on the way can swap prove
   * nothing.
   */
  static String read(String where) {
    return where.startsWith("https://") || where.startsWith("http://") ? fetch(where) : file(where);
  }

  /** The text of a file. */
  static String file(String path) {
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      return read(in, path);
    } catch (IOException | InvalidPathException e) {
      throw new CommandException(ExitCode.UNREACHABLE, "cannot read the file " + path);
    }
  }

  /** The text of a stream, which is named for the refusal. */
  static String read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new CommandException(ExitCode.USAGE, name + " is larger than 64 KiB");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String fetch(String url) {
    URI uri = secure(url);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(ALL).GET().build();
    HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    try {
      HttpResponse<byte[]> response =
          client
              .sendAsync(request, answer -> new LimitedBody(LARGEST))
              .get(ALL.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw unreachable(url, "it answered " + response.statusCode());
      }
      return new String(response.body(), StandardCharsets.UTF_8);
    } catch (ExecutionException e) {
      throw unreachable(
          url, e.getCause() instanceof LimitedBody.TooLarge ? "it is too large" : "no answer");
    } catch (TimeoutException e) {
      throw unreachable(url, "no whole answer within " + ALL.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(url, "interrupted");
    }
  }

  private static URI secure(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "not a URL: " + url);
    }
    if (uri.getHost() == null) {
      throw new CommandException(ExitCode.USAGE, "not a URL: " + url);
    }
    if (uri.getScheme().equals("http") && !LOOPBACK.contains(uri.getHost())) {
      throw new CommandException(
          ExitCode.USAGE, "keys come over https only, or from this machine: " + url);
    }
    return uri;
  }

  private static CommandException unreachable(String url, String why) {
    return new CommandException(ExitCode.UNREACHABLE, "cannot read " + url + ": " + why);
  }
}
