package org.kycvs.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The frame of all pages: header, menu, contents, the way on. */
final class Template {
  private static final String FRAME = read("page.html");

  private final Library library;

  Template(Library library) {
    this.library = library;
  }

  /** A whole page. */
  String page(Page page, List<Heading> headings, String text) {
    return FRAME
        .replace("@title@", Markup.escaped(page.title()))
        .replace("@menu@", menu(page))
        .replace("@contents@", contents(headings))
        .replace("@turn@", turn(page))
        .replace("@text@", text.strip());
  }

  /** A file beside this class. */
  static String read(String name) {
    try (InputStream file = Objects.requireNonNull(Template.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String menu(Page current) {
    StringBuilder html = new StringBuilder();
    for (Navigation.Group group : library.navigation().groups()) {
      List<Page> pages =
          group.entries().stream().flatMap(entry -> library.page(entry.page()).stream()).toList();
      if (!pages.isEmpty()) {
        html.append("<p class=\"group\">" + Markup.escaped(group.title()) + "</p>\n<ul>\n");
        for (Page page : pages) {
          String mark = page == current ? " aria-current=\"page\"" : "";
          html.append("<li><a href=\"" + page.address() + "\"" + mark + ">")
              .append(Markup.escaped(page.title()) + "</a></li>\n");
        }
        html.append("</ul>\n");
      }
    }
    return html.toString().strip();
  }

  private static String contents(List<Heading> headings) {
    List<Heading> shown = headings.stream().filter(heading -> heading.level() == 2).toList();
    if (shown.size() < 2) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append(
        "<nav class=\"contents\" aria-label=\"On this page\">\n<p>On this page</p>\n<ul>\n");
    for (Heading heading : shown) {
      html.append("<li><a href=\"#" + Markup.escaped(heading.anchor()) + "\">")
          .append(Markup.escaped(heading.text()) + "</a></li>\n");
    }
    return html.append("</ul>\n</nav>").toString();
  }

  private String turn(Page page) {
    List<Page> pages = library.pages();
    int at = pages.indexOf(page);
    StringBuilder html = new StringBuilder();
    if (at > 0) {
      html.append(way("back", "Previous", pages.get(at - 1)));
    }
    if (at < pages.size() - 1) {
      html.append(way("on", "Next", pages.get(at + 1)));
    }
    return html.toString();
  }

  private static String way(String direction, String word, Page page) {
    return "<a class=\""
        + direction
        + "\" href=\""
        + page.address()
        + "\"><span>"
        + word
        + "</span> "
        + Markup.escaped(page.title())
        + "</a>\n";
  }
}
