package org.kycvs.webshared.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A text as a QR code (ISO/IEC 18004), dark on light, with the quiet zone that the standard wants,
 * as an image. Equal texts give equal images.
 *
 * <p>A text of up to 2,331 bytes can be read with 15 % of the code covered or worn (level M): what
 * screens reflect and printers smear. A longer one, up to 2,953 bytes, with 7 % (level L).
 */
public final class QrCode {
  /** Light modules around the code; fewer, and some cameras do not find it. */
  private static final int QUIET = 4;

  /**
   * Pixels of a module's side. A statement has about 120 modules, so its image has some 750 pixels:
   * what a phone shows one to one.
   */
  private static final int PIXELS = 6;

  private static final int LONGEST_AT_M = 2_331;
  private static final int LIGHT = 0xFFFFFF;
  private static final int DARK = 0x000000;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * The code of an ASCII text.
   *
   * @throws IllegalArgumentException if it is longer than a code can hold
   */
  public static QrCode of(String text) {
    ErrorCorrectionLevel level =
        text.length() <= LONGEST_AT_M ? ErrorCorrectionLevel.M : ErrorCorrectionLevel.L;
    try {
      return new QrCode(Encoder.encode(text, level).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code: " + text.length(), e);
    }
  }

  /** As PNG, one bit a pixel. */
  public byte[] png() {
    int side = side() * PIXELS;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image.setRGB(x, y, isDark(x / PIXELS - QUIET, y / PIXELS - QUIET) ? DARK : LIGHT);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // In memory: ImageIO's own way goes over a temporary file.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * As SVG of any size: a light square, and one path with a line for each run of dark modules. No
   * style and no script, so it may stand in pages with a strict Content-Security-Policy.
   */
  public String svg() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int drawnTo = -1;
      int x = 0;
      while (x < modules.getWidth()) {
        int run = run(x, y);
        if (run > 0) {
          // The middle of the row, or on from the run before: half of the length of rectangles.
          path.append(
              drawnTo < 0
                  ? "M" + (x + QUIET) + " " + (y + QUIET) + ".5"
                  : "m" + (x - drawnTo) + " 0");
          path.append('h').append(run);
          drawnTo = x + run;
        }
        x += Math.max(1, run);
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path stroke="#000" d="%2$s"/></svg>
        """
        .formatted(side(), path);
  }

  /** How many dark modules follow each other from there on. */
  private int run(int x, int y) {
    int end = x;
    while (isDark(end, y)) {
      end++;
    }
    return end - x;
  }

  private int side() {
    return modules.getWidth() + 2 * QUIET;
  }

  private boolean isDark(int x, int y) {
    return x >= 0
        && y >= 0
        && x < modules.getWidth()
        && y < modules.getHeight()
        && modules.get(x, y) == 1;
  }
}
