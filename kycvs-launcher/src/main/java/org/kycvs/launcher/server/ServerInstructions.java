package org.kycvs.launcher.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the supervisor tells the server, over standard input: secrets are in neither process list
 * nor environment.
 *
 * @param runtime the folder of the exploded Payara Micro, never written
 * @param root an empty folder for this start only
 * @param application the EAR
 * @param address the address to listen on
 * @param port the port to listen on
 * @param databaseUrl the JDBC URL for the application's role
 * @param databaseUser the application's role
 * @param databasePassword its password
 * @param tls the store to serve TLS from; without it plain HTTP
 * @param archive where to write the archive of the classes when stopping, if at all
 * @param settings system properties for the application, {@code kycvs.…}
 */
public record ServerInstructions(
    Path runtime,
    Path root,
    Path application,
    String address,
    int port,
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    Optional<TlsStore> tls,
    Optional<Path> archive,
    Map<String, String> settings) {
  private static final String SETTING = "setting.";

  /** The form that {@link #read} takes: no empty line, and one empty line at its end. */
  public String write() {
    Properties properties = new Properties();
    properties.setProperty("runtime", runtime.toString());
    properties.setProperty("root", root.toString());
    properties.setProperty("application", application.toString());
    properties.setProperty("address", address);
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("database.url", databaseUrl);
    properties.setProperty("database.user", databaseUser);
    properties.setProperty("database.password", databasePassword);
    tls.ifPresent(
        store -> {
          properties.setProperty("tls.store", store.file().toString());
          properties.setProperty("tls.password", store.password());
          properties.setProperty("tls.entry", store.entry());
        });
    archive.ifPresent(file -> properties.setProperty("archive", file.toString()));
    settings.forEach((name, value) -> properties.setProperty(SETTING + name, value));
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory does not fail", e);
    }
    return text.toString().replace(System.lineSeparator(), "\n") + "\n";
  }

  /** Reads what {@link #write} wrote. */
  static ServerInstructions read(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    Map<String, String> settings = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(SETTING)) {
        settings.put(name.substring(SETTING.length()), required(properties, name));
      }
    }
    return new ServerInstructions(
        Path.of(required(properties, "runtime")),
        Path.of(required(properties, "root")),
        Path.of(required(properties, "application")),
        required(properties, "address"),
        Integer.parseInt(required(properties, "port")),
        required(properties, "database.url"),
        required(properties, "database.user"),
        required(properties, "database.password"),
        Optional.ofNullable(properties.getProperty("tls.store"))
            .map(
                file ->
                    new TlsStore(
                        Path.of(file),
                        required(properties, "tls.password"),
                        required(properties, "tls.entry"))),
        Optional.ofNullable(properties.getProperty("archive")).map(Path::of),
        settings);
  }

  private static String required(Properties properties, String name) {
    String value = properties.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("The supervisor did not say: " + name);
    }
    return value;
  }

  @Override
  public String toString() {
    return "ServerInstructions(secret)";
  }
}
