package org.kycvs.launcher.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The form of the log, and what is in it: without colours and without what Payara repeats at every
 * start.
 */
final class LogFormat {
  private static final String CONSOLE = "java.util.logging.ConsoleHandler";

  /** Whether there is a line for each request: {@code on} or {@code off}. */
  private static final String ACCESS_SETTING = "kycvs.access-log";

  private static final String OFF = "off";

  /** What the application writes at the end of each request. */
  private static final String ACCESS = "org.kycvs.access.level";

  private static final Map<String, String> CHANGES =
      Map.of(
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
          // Tells the values of parameters that it cannot decode
          "org.glassfish.grizzly.http.util.Parameters.level",
          "OFF",
          CONSOLE + ".filter",
          BrokenPaths.class.getName(),
          // The boot commands and their outcome; a failure stops the start anyway
          "fish.payara.boot.runtime.BootCommand.level",
          "WARNING");

  private LogFormat() {}

  /** Changes a root folder's configuration. */
  static void apply(Path root, Map<String, String> settings) throws IOException {
    Path file = root.resolve("config").resolve("logging.properties");
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    properties.putAll(CHANGES);
    properties.setProperty(
        CONSOLE + ".formatter",
        LogStyle.ofWire(settings.getOrDefault(LogStyle.SETTING, "")).formatter());
    properties.setProperty(ACCESS, OFF.equals(settings.get(ACCESS_SETTING)) ? "OFF" : "INFO");
    try (OutputStream output = Files.newOutputStream(file)) {
      properties.store(output, null);
    }
  }
}
