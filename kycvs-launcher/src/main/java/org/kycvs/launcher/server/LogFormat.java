package org.kycvs.launcher.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** One line a record, without colours, and without what Payara repeats at every start. */
final class LogFormat {
  private static final String CONSOLE = "java.util.logging.ConsoleHandler.formatter";
  private static final String SIMPLE = "java.util.logging.SimpleFormatter";

  private static final Map<String, String> CHANGES =
      Map.of(
          CONSOLE,
          SIMPLE,
          SIMPLE + ".format",
          "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s: %5$s%6$s%n",
          // Certificates in Payara's default trust store that have expired, each with its bytes
          "javax.enterprise.system.security.ssl.level",
          "SEVERE",
          // What a boundary throws, twice with its stack: the edge logs it, under the request's id
          "jakarta.enterprise.ejb.container.level",
          "SEVERE",
          // Callers who went away before their answer, and requests that are no HTTP: each would
          // be a page of stack trace that anybody can have written
          "org.glassfish.jersey.server.ServerRuntime$Responder.level",
          "OFF",
          "org.glassfish.grizzly.filterchain.DefaultFilterChain.level",
          "SEVERE",
          // The boot commands and their outcome; a failure stops the start anyway
          "fish.payara.boot.runtime.BootCommand.level",
          "WARNING");

  private LogFormat() {}

  /** Changes a root folder's configuration. */
  static void apply(Path root) throws IOException {
    Path file = root.resolve("config").resolve("logging.properties");
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    properties.putAll(CHANGES);
    try (OutputStream output = Files.newOutputStream(file)) {
      properties.store(output, null);
    }
  }
}
