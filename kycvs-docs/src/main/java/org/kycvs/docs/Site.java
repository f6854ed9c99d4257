package org.kycvs.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole site: read, checked, and only then written. */
final class Site {
  private static final String STYLE = "docs.css";

  private final Path project;

  Site(Path project) {
    this.project = project;
  }

  /**
   * Writes it.
   *
   * @param root the folder that stands for the server's root
   */
  void write(Path root) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path target = root.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }

  /** Each file's path below the server's root, and what is in it. */
  Map<String, String> files() throws IOException {
    Faults faults = new Faults();
    Library library = Library.read(project, faults);
    Links links = new Links(library, faults);
    Samples samples = new Samples(project, faults);
    Template template = new Template(library);
    ApiReference reference = new ApiReference(Contract.read(project), links);
    reference.headings().forEach(heading -> links.addAnchor(Library.API, heading.anchor()));

    Map<String, String> files = new LinkedHashMap<>();
    files.put("assets/" + STYLE, Template.read(STYLE));
    for (Page page : library.pages()) {
      String text = new Renderer(page, links, samples).text();
      List<Heading> headings = new ArrayList<>(page.headings());
      if (page.name().equals(Library.API)) {
        text += reference.html();
        headings.addAll(reference.headings());
      }
      files.put(page.address().substring(1) + "index.html", template.page(page, headings, text));
    }
    faults.throwIfAny();
    return files;
  }
}
