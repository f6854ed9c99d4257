package org.kycvs.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which pages there are, in which groups and order: {@code navigation.yaml}. A name that ends in a
 * question mark may be of a page that is not written yet, and is then left out; all others must be
 * there.
 *
 * @param groups the groups, in the order of the menu
 */
record Navigation(List<Group> groups) {

  /**
   * Some pages under one title.
   *
   * @param title what the menu says above them
   * @param entries their pages
   */
  record Group(String title, List<Entry> entries) {}

  /**
   * A page's place.
   *
   * @param page the name of its file, without its ending
   * @param mayBeMissing whether it need not be written yet
   */
  record Entry(String page, boolean mayBeMissing) {
    static Entry of(String text) {
      boolean mayBeMissing = text.endsWith("?");
      return new Entry(mayBeMissing ? text.substring(0, text.length() - 1) : text, mayBeMissing);
    }
  }

  static Navigation read(Path file) throws IOException {
    List<Group> groups = new ArrayList<>();
    for (var group : new YAMLMapper().readTree(file.toFile()).properties()) {
      List<Entry> entries = new ArrayList<>();
      for (JsonNode entry : group.getValue()) {
        entries.add(Entry.of(entry.asText()));
      }
      groups.add(new Group(group.getKey(), entries));
    }
    return new Navigation(groups);
  }

  /** All pages, in the order of reading. */
  List<Entry> entries() {
    return groups.stream().flatMap(group -> group.entries().stream()).toList();
  }

  /** The place of a page, if it has one. */
  Optional<Entry> entry(String page) {
    return entries().stream().filter(entry -> entry.page().equals(page)).findFirst();
  }
}
