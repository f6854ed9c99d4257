package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.OwnerSql;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Statements as QR codes, read back as a camera's program reads them. */
@ExtendWith(SharedServer.class)
class QrIT {
  private static final int PIXELS = 6;
  private static final List<String> KINDS = List.of("png", "svg");

  private RunningServer server;
  private Api hotel;

  @BeforeEach
  void asHotel(RunningServer shared) {
    server = shared;
    hotel = shared.with(shared.hotel().liveKey());
  }

  @Test
  void images_ofAStatement_sayTheStatement() throws Exception {
    Journey journey = Journey.make(server, server.hotel(), People.registered());
    String statement = journey.answer().path("statement").asText();

    HttpResponse<byte[]> png = image(journey.id(), "png");
    HttpResponse<byte[]> svg = image(journey.id(), "svg");

    assertEquals(List.of("image/png", "no-store"), headers(png));
    assertEquals(List.of("image/svg+xml", "no-store"), headers(svg));
    BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(png.body()));
    assertEquals(statement, read(pixels));
    String text = new String(svg.body(), StandardCharsets.UTF_8);
    int side = pixels.getWidth() / PIXELS;
    assertTrue(text.contains("viewBox=\"0 0 " + side + " " + side + "\""), text.substring(0, 200));
    assertTrue(
        text.contains("<path stroke=\"#000\" d=\"" + lines(pixels, side) + "\"/>"),
        "other modules");
  }

  @Test
  void images_withoutAnAnswer_areRefusedAsTheStatementIs() {
    String waiting =
        hotel.ask(People.registered(), server.hotel().purpose()).json(201).path("id").asText();
    Journey journey = Journey.make(server, server.hotel(), People.registered());
    OwnerSql.withdrawConsent(server, journey.id());

    for (String kind : KINDS) {
      hotel.get(path(waiting, kind)).problem(404, "not-found");
      hotel.get(path(journey.id(), kind)).problem(410, "consent-withdrawn");
      hotel.get(path("ver_x", kind)).problem(404, "verification-not-found");
      server.withoutKey().get(path(journey.id(), kind)).problem(401, "api-key-missing");
    }
  }

  private static String path(String verification, String kind) {
    return Api.VERIFICATIONS + "/" + verification + "/statement." + kind;
  }

  private HttpResponse<byte[]> image(String verification, String kind) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path(verification, kind)))
            .header("x-api-key", server.hotel().liveKey())
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    return answer;
  }

  private static List<String> headers(HttpResponse<byte[]> answer) {
    return List.of(
        answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0],
        answer.headers().firstValue("Cache-Control").orElse(""));
  }

  private static String read(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
  }

  /** The path that draws the same modules: lines from left to right, row by row. */
  private static String lines(BufferedImage image, int side) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < side; y++) {
      int drawnTo = -1;
      for (int x = 0; x < side; x++) {
        int run = 0;
        while (x + run < side && isDark(image, x + run, y)) {
          run++;
        }
        if (run > 0) {
          path.append(drawnTo < 0 ? "M" + x + " " + y + ".5" : "m" + (x - drawnTo) + " 0");
          path.append("h").append(run);
          x += run;
          drawnTo = x;
        }
      }
    }
    return path.toString();
  }

  private static boolean isDark(BufferedImage image, int x, int y) {
    return (image.getRGB(x * PIXELS, y * PIXELS) & 0xFFFFFF) == 0;
  }
}
