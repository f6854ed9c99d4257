package org.kycvs.launcher.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kycvs.launcher.demodata.Demonstration;
import org.kycvs.launcher.place.PrivateFile;

/**
 * What {@code run.json} in the data folder tells other programs, while the server runs.
 *
 * @param url where the server answers
 * @param pid the process to end for a clean stop
 * @param databaseUrl libpq URI of the schema's owner, password included
 * @param organisations demonstration organisations with their keys; else empty
 * @param signIns demonstration sign-ins; else empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunFile(
    String url,
    long pid,
    String databaseUrl,
    List<Demonstration.Organisation> organisations,
    List<Demonstration.SignIn> signIns) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads it; empty if there is none. */
  public static Optional<RunFile> read(Path file) {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), RunFile.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes it, for its owner only, whole or not at all. */
  void write(Path file) {
    PrivateFile.write(file, json() + "\n");
  }

  /** As one line of JSON. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of texts can always be written", e);
    }
  }

  @Override
  public String toString() {
    return url;
  }
}
