package org.kycvs.launcher.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kycvs.client.conformance.CheckerUnderTest;
import org.kycvs.client.conformance.Published;
import org.kycvs.client.conformance.TestVector;
import org.kycvs.client.conformance.Verdict;

/**
 * A checker in any language: a shell command that reads one JSON object from its standard input and
 * writes its verdict, {@code {"valid":true}} or {@code {"valid":false,"reasons":["expired"]}}, to
 * its standard output. It is started for each vector.
 */
final class CheckerCommand implements CheckerUnderTest {
  /** A verdict is short; what is longer is not even looked at. */
  private static final int LARGEST = 64 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String command;
  private final Duration patience;

  /**
   * By a shell command.
   *
   * @param patience how long it may take for one statement
   */
  CheckerCommand(String command, Duration patience) {
    this.command = command;
    this.patience = patience;
  }

  @Override
  public Verdict check(TestVector vector, Published published) throws IOException {
    Process checker =
        new ProcessBuilder("/bin/sh", "-c", command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      return verdict(said(checker, question(vector, published)));
    } finally {
      checker.descendants().forEach(ProcessHandle::destroyForcibly);
      checker.destroyForcibly();
    }
  }

  /** What the command is given. */
  static String question(TestVector vector, Published published) throws IOException {
    ObjectNode question = JSON.createObjectNode();
    question.put("statement", vector.statement());
    question.put("at", vector.at().toString());
    vector.audience().ifPresent(audience -> question.put("audience", audience));
    vector.nonce().ifPresent(nonce -> question.put("nonce", nonce));
    question.put("allowTest", vector.allowTest());
    question.set("jwks", JSON.readTree(published.jwks()));
    question.set("metadata", JSON.readTree(published.metadata()));
    question.set("statusLists", JSON.valueToTree(published.statusLists()));
    return JSON.writeValueAsString(question);
  }

  private String said(Process checker, String question) throws IOException {
    CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> readAll(checker));
    try (OutputStream in = checker.getOutputStream()) {
      in.write(question.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It need not read all, or any, of it; what it says counts.
    }
    try {
      return new String(
          output.get(patience.toMillis(), TimeUnit.MILLISECONDS), StandardCharsets.UTF_8);
    } catch (TimeoutException e) {
      throw new IOException("it said nothing within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException("its output broke off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static byte[] readAll(Process checker) {
    try {
      return checker.getInputStream().readNBytes(LARGEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Verdict verdict(String said) throws IOException {
    JsonNode verdict;
    try {
      verdict = JSON.readTree(said);
    } catch (JsonProcessingException e) {
      throw new IOException("it wrote no JSON: " + shortened(said), e);
    }
    if (!verdict.path("valid").isBoolean()) {
      throw new IOException("it wrote no object with valid: " + shortened(said));
    }
    List<String> reasons = new ArrayList<>();
    verdict.path("reasons").forEach(reason -> reasons.add(reason.asText()));
    return new Verdict(verdict.path("valid").asBoolean(), reasons);
  }

  private static String shortened(String said) {
    String line = said.strip().lines().findFirst().orElse("nothing");
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
