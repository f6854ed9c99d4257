package org.kycvs.webshared.qr;

import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws the SVG of a QR code as a browser would: the lines of its one path, five pixels a module.
 */
final class SvgPath {
  private static final int PIXELS = 5;
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
  private static final Pattern PATH = Pattern.compile("<path stroke=\"#000\" d=\"([^\"]*)\"/>");
  private static final Pattern LINE = Pattern.compile("(?:M(\\d+) (\\d+)\\.5|m(\\d+) 0)h(\\d+)");

  private SvgPath() {}

  static BufferedImage drawn(String svg) {
    int side = Integer.parseInt(group(SIZE, svg)) * PIXELS;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().fillRect(0, 0, side, side);
    String path = group(PATH, svg);
    Matcher line = LINE.matcher(path);
    int end = 0;
    int x = 0;
    int y = 0;
    while (line.find()) {
      if (line.start() != end) {
        throw new AssertionError("Not only lines: " + path.substring(end));
      }
      end = line.end();
      if (line.group(3) == null) {
        x = Integer.parseInt(line.group(1));
        y = Integer.parseInt(line.group(2));
      } else {
        x += Integer.parseInt(line.group(3));
      }
      int length = Integer.parseInt(line.group(4));
      image.createGraphics().clearRect(x * PIXELS, y * PIXELS, length * PIXELS, PIXELS);
      x += length;
    }
    if (end != path.length()) {
      throw new AssertionError("Not only lines: " + path.substring(end));
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
