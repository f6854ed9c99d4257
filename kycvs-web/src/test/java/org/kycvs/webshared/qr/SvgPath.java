package org.kycvs.webshared.qr;

import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws the SVG of a QR code as its reader would: the runs of its one path, five pixels a module.
 */
final class SvgPath {
  private static final int PIXELS = 5;
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
  private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]*)\"/>");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

  private SvgPath() {}

  static BufferedImage drawn(String svg) {
    int side = Integer.parseInt(group(SIZE, svg)) * PIXELS;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().fillRect(0, 0, side, side);
    String path = group(PATH, svg);
    Matcher run = RUN.matcher(path);
    int end = 0;
    while (run.find()) {
      if (run.start() != end) {
        throw new AssertionError("Not only runs: " + path.substring(end));
      }
      end = run.end();
      int from = Integer.parseInt(run.group(1)) * PIXELS;
      int width = Integer.parseInt(run.group(3)) * PIXELS;
      int top = Integer.parseInt(run.group(2)) * PIXELS;
      for (int x = from; x < from + width; x++) {
        for (int y = top; y < top + PIXELS; y++) {
          image.setRGB(x, y, 0);
        }
      }
    }
    return image;
  }

  private static String group(Pattern pattern, String svg) {
    Matcher matcher = pattern.matcher(svg);
    if (!matcher.find()) {
      throw new AssertionError(pattern + " is not in it");
    }
    return matcher.group(1);
  }
}
