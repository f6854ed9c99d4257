package org.kycvs.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where links lead on a server; one that leads nowhere is a fault. */
final class Links {
  /** What else a server has for people and programs. */
  private static final Set<String> OF_THE_SERVER =
      Set.of(
          "/",
          "/check",
          "/notice",
          "/openapi",
          "/dev/sms",
          "/health/ready",
          "/.well-known/jwks.json",
          "/.well-known/test/jwks.json",
          "/.well-known/kycvs.json");

  private final Library library;
  private final Faults faults;
  private final Map<String, Set<String>> anchors = new HashMap<>();

  Links(Library library, Faults faults) {
    this.library = library;
    this.faults = faults;
    for (Page page : library.pages()) {
      page.headings().forEach(heading -> addAnchor(page.name(), heading.anchor()));
    }
  }

  /** Makes an anchor of a page known that is not one of its headings. */
  void addAnchor(String page, String anchor) {
    anchors.computeIfAbsent(page, name -> new TreeSet<>()).add(anchor);
  }

  /** The address of the catalogue's entry of a problem code, if the text is such a code. */
  Optional<String> problem(String text) {
    return library
        .page(Library.ERRORS)
        .filter(
            errors ->
                errors.headings().stream()
                    .anyMatch(heading -> heading.level() == 3 && heading.text().equals(text)))
        .map(errors -> errors.address() + "#" + text);
  }

  /**
   * The address on a server.
   *
   * @param written what the source says
   * @return nothing if it leads to what is not on a server: then the text stands alone
   */
  Optional<String> resolve(Page from, String written) {
    if (written.matches("(https?://|mailto:).*")) {
      return Optional.of(written);
    }
    if (written.startsWith("/")) {
      if (!OF_THE_SERVER.contains(written)) {
        broken(from, written);
      }
      return Optional.of(written);
    }
    int hash = written.indexOf('#');
    String file = hash < 0 ? written : written.substring(0, hash);
    String anchor = hash < 0 ? "" : written.substring(hash + 1);
    return file.isEmpty()
        ? anchored(from, from, written, anchor)
        : ofFile(from, written, file, anchor);
  }

  private Optional<String> ofFile(Page from, String written, String file, String anchor) {
    Path target = Optional.ofNullable(from.source().getParent()).orElse(Path.of(""));
    target = target.resolve(file).normalize();
    String name = target.getFileName().toString().replaceFirst("[.]md$", "");
    boolean ofTheSite =
        target.startsWith(Library.FOLDER) && library.navigation().entry(name).isPresent();
    Optional<Page> page = library.page(name);
    if (ofTheSite && page.isPresent()) {
      return anchored(from, page.get(), written, anchor);
    }
    boolean mayStandAlone =
        ofTheSite
            || (from.name().equals(Library.CHANGELOG)
                && Files.exists(library.project().resolve(target)));
    if (!mayStandAlone) {
      broken(from, written);
    }
    return Optional.empty();
  }

  private Optional<String> anchored(Page from, Page to, String written, String anchor) {
    if (!anchor.isEmpty() && !anchors.getOrDefault(to.name(), Set.of()).contains(anchor)) {
      broken(from, written);
    }
    String place = anchor.isEmpty() ? "" : "#" + anchor;
    return Optional.of(from == to && !place.isEmpty() ? place : to.address() + place);
  }

  private void broken(Page from, String written) {
    faults.add(from.source().toString(), "the link " + written + " leads nowhere on the site");
  }
}
