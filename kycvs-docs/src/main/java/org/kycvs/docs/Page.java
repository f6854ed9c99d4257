package org.kycvs.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A page's text, read: its title, its headings, and the tree that is rendered. */
final class Page {
  static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  private final String name;
  private final Path source;
  private final Node tree;
  private final List<Heading> headings = new ArrayList<>();
  private final Map<Node, Heading> headingOf = new IdentityHashMap<>();

  /**
   * Reads a page.
   *
   * @param name its name in addresses
   * @param source its file, from the project's folder on
   */
  Page(String name, Path source, String markdown, Faults faults) {
    this.name = name;
    this.source = source;
    this.tree = PARSER.parse(markdown);
    tree.accept(new Outline(faults));
    if (headings.isEmpty() || headings.get(0).level() != 1 || !markdown.startsWith("# ")) {
      faults.add(source.toString(), "does not begin with \"# Title\"");
    }
  }

  String name() {
    return name;
  }

  Path source() {
    return source;
  }

  Node tree() {
    return tree;
  }

  String title() {
    return headings.isEmpty() ? name : headings.get(0).text();
  }

  List<Heading> headings() {
    return headings;
  }

  /** The heading that a node of the tree is. */
  Heading heading(Node node) {
    Heading heading = headingOf.get(node);
    if (heading == null) {
      throw new IllegalArgumentException("Not a heading of this page");
    }
    return heading;
  }

  /** Where it is on a server. */
  String address() {
    return address(name);
  }

  /** Where a page of a name is on a server. */
  static String address(String name) {
    return name.equals("index") ? "/docs/" : "/docs/" + name + "/";
  }

  /** The second heading of a name gets a number, as forges do it. */
  private String unused(String anchor) {
    String free = anchor;
    for (int number = 1; isUsed(free); number++) {
      free = anchor + "-" + number;
    }
    return free;
  }

  private boolean isUsed(String anchor) {
    return headings.stream().anyMatch(heading -> heading.anchor().equals(anchor));
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString();
  }

  /** Notes the headings, and refuses what would not read well everywhere. */
  private final class Outline extends AbstractVisitor {
    private final Faults faults;

    Outline(Faults faults) {
      this.faults = faults;
    }

    @Override
    public void visit(org.commonmark.node.Heading node) {
      String text = text(node);
      String anchor = unused(Markup.anchor(text));
      if (node.getLevel() == 1 && !headings.isEmpty()) {
        faults.add(source.toString(), "a second title: " + text);
      }
      Heading heading = new Heading(node.getLevel(), anchor, text);
      headings.add(heading);
      headingOf.put(node, heading);
    }

    @Override
    public void visit(HtmlBlock html) {
      faults.add(source.toString(), "has HTML: " + html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      faults.add(source.toString(), "has HTML: " + html.getLiteral());
    }
  }
}
