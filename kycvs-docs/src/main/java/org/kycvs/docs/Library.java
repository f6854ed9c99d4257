package org.kycvs.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All pages that are written, in the order of the navigation. */
final class Library {
  static final Path FOLDER = Path.of("docs", "verifier");

  /** Pages that are made from another file, or from one more. */
  static final String CHANGELOG = "changelog";

  static final String API = "api";
  static final String ERRORS = "errors";

  private final Path project;
  private final Navigation navigation;
  private final Map<String, Page> pages = new LinkedHashMap<>();

  private Library(Path project, Navigation navigation) {
    this.project = project;
    this.navigation = navigation;
  }

  /** Reads all pages below the project's folder. */
  static Library read(Path project, Faults faults) throws IOException {
    Navigation navigation = Navigation.read(project.resolve(FOLDER).resolve("navigation.yaml"));
    Library library = new Library(project, navigation);
    for (Navigation.Entry entry : navigation.entries()) {
      Path source = source(entry.page());
      if (Files.exists(project.resolve(source))) {
        String markdown = Files.readString(project.resolve(source));
        library.pages.put(entry.page(), new Page(entry.page(), source, markdown, faults));
      } else if (!entry.mayBeMissing()) {
        faults.add("navigation.yaml", "names " + entry.page() + ", but there is no " + source);
      }
    }
    library.refuseUnlisted(faults);
    return library;
  }

  private static Path source(String page) {
    return page.equals(CHANGELOG) ? Path.of("CHANGELOG.md") : FOLDER.resolve(page + ".md");
  }

  private void refuseUnlisted(Faults faults) throws IOException {
    try (Stream<Path> files = Files.list(project.resolve(FOLDER))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".md"))
          .filter(file -> navigation.entry(file.substring(0, file.length() - 3)).isEmpty())
          .sorted()
          .forEach(file -> faults.add(file, "is not in navigation.yaml"));
    }
  }

  Path project() {
    return project;
  }

  Navigation navigation() {
    return navigation;
  }

  List<Page> pages() {
    return List.copyOf(pages.values());
  }

  Optional<Page> page(String name) {
    return Optional.ofNullable(pages.get(name));
  }
}
