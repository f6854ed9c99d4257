package org.kycvs.docs;

import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Makes HTML of a page: anchors on headings, links that lead somewhere, samples with captions. */
final class Renderer {
  private final Page page;
  private final Links links;
  private final Samples samples;
  private final HtmlRenderer html;

  Renderer(Page page, Links links, Samples samples) {
    this.page = page;
    this.links = links;
    this.samples = samples;
    this.html =
        HtmlRenderer.builder()
            .extensions(Page.EXTENSIONS)
            .escapeHtml(true)
            .nodeRendererFactory(Nodes::new)
            .build();
  }

  /** The page without its title. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Node node = page.tree().getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof org.commonmark.node.Heading heading) || heading.getLevel() > 1) {
        text.append(html.render(node));
      }
    }
    return Markup.scrolling(text.toString());
  }

  /** Nodes that are ours to render. */
  private final class Nodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter writer;

    Nodes(HtmlNodeRendererContext context) {
      this.context = context;
      this.writer = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(
          org.commonmark.node.Heading.class, Link.class, Code.class, FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof org.commonmark.node.Heading heading) {
        heading(heading);
      } else if (node instanceof Link link) {
        links
            .resolve(page, link.getDestination())
            .ifPresentOrElse(address -> linked(address, link), () -> children(link));
      } else if (node instanceof Code code) {
        code(code);
      } else if (node instanceof FencedCodeBlock block) {
        writer.line();
        writer.raw(samples.html(page, block));
        writer.line();
      }
    }

    private void heading(org.commonmark.node.Heading node) {
      String tag = "h" + node.getLevel();
      String anchor = page.heading(node).anchor();
      writer.line();
      writer.raw("<" + tag + " id=\"" + Markup.escaped(anchor) + "\">");
      writer.raw("<a class=\"anchor\" href=\"#" + Markup.escaped(anchor) + "\">");
      children(node);
      writer.raw("</a></" + tag + ">");
      writer.line();
    }

    private void code(Code node) {
      String code = Markup.code(node.getLiteral());
      boolean free =
          !(node.getParent() instanceof Link)
              && !(node.getParent() instanceof org.commonmark.node.Heading);
      writer.raw(
          links
              .problem(node.getLiteral())
              .filter(address -> free)
              .map(address -> "<a href=\"" + address + "\">" + code + "</a>")
              .orElse(code));
    }

    private void linked(String address, Node node) {
      writer.raw("<a href=\"" + Markup.escaped(address) + "\">");
      children(node);
      writer.raw("</a>");
    }

    private void children(Node node) {
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
    }
  }
}
