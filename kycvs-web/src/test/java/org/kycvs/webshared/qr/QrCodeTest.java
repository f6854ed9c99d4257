package org.kycvs.webshared.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrCodeTest {

  @ParameterizedTest
  @CsvSource({"1, M", "1100, M", "2331, M", "2332, L", "2953, L"})
  void png_ofAnyLength_isReadBack(int length, String level) throws Exception {
    String text = "eyJ.-_".repeat(1 + length / 6).substring(0, length);

    // Module by module: the largest codes are beyond what the reader finds in a picture.
    Result read =
        read(
            ImageIO.read(new ByteArrayInputStream(QrCode.of(text).png())),
            Map.of(DecodeHintType.PURE_BARCODE, true));

    assertEquals(text, read.getText());
    assertEquals(
        level,
        String.valueOf(read.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL)));
  }

  @Test
  void png_hasFourLightModulesAround() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCode.of("x").png()));

    assertEquals((21 + 8) * 6, image.getWidth());
    assertEquals(image.getWidth(), image.getHeight());
    assertEquals(1, image.getColorModel().getPixelSize());
    for (int i = 0; i < image.getWidth(); i++) {
      for (int j = 0; j < 4 * 6; j++) {
        assertEquals(0xFFFFFFFF, image.getRGB(i, j));
        assertEquals(0xFFFFFFFF, image.getRGB(j, i));
        assertEquals(0xFFFFFFFF, image.getRGB(i, image.getHeight() - 1 - j));
        assertEquals(0xFFFFFFFF, image.getRGB(image.getWidth() - 1 - j, i));
      }
    }
    assertEquals(0xFF000000, image.getRGB(4 * 6, 4 * 6), "a corner of the first finder pattern");
  }

  @Test
  void png_scratched_isStillRead() throws Exception {
    String text = "eyJhbGci.".repeat(120);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCode.of(text).png()));
    for (int y = 300; y < 420; y++) { // of some 800
      for (int x = 300; x < 420; x++) {
        image.setRGB(x, y, 0xFFFFFF);
      }
    }

    assertEquals(text, read(image).getText());
  }

  @Test
  void equalTexts_giveEqualImages() {
    assertArrayEquals(QrCode.of("a.b.c").png(), QrCode.of("a.b.c").png());
    assertEquals(QrCode.of("a.b.c").svg(), QrCode.of("a.b.c").svg());
  }

  @Test
  void svg_hasTheSameModulesAsThePng() throws Exception {
    String text = "eyJhbGci.".repeat(120);
    String svg = QrCode.of(text).svg();

    assertEquals(text, read(SvgPath.drawn(svg)).getText());
    assertTrue(svg.length() < 40_000, svg.length() + " characters");
    assertTrue(!svg.contains("style") && !svg.contains("script"));
  }

  @Test
  void of_textThatIsTooLong_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> QrCode.of("x".repeat(2_954)));
  }

  /** As in a picture: found by its corners. */
  private static Result read(BufferedImage image) throws Exception {
    return read(image, Map.of());
  }

  private static Result read(BufferedImage image, Map<DecodeHintType, ?> hints) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)), hints);
  }
}
