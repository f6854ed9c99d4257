package org.kycvs.launcher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerInstructionsTest {
  private static final ServerInstructions INSTRUCTIONS =
      new ServerInstructions(
          Path.of("/runtime"),
          Path.of("/a folder/रूट"),
          Path.of("/kycvs.ear"),
          "127.0.0.1",
          8080,
          "jdbc:postgresql://127.0.0.1:5433/kycvs",
          "kycvs_owner_app",
          "a = b\nc\\",
          Optional.of(new TlsStore(Path.of("/server/tls.p12"), "x=y", "kycvs")),
          Optional.of(Path.of("/archive.jsa")),
          Map.of("kycvs.mode", "development"));

  @Test
  void read_whatWasWritten_isTheSame() throws IOException {
    String text = INSTRUCTIONS.write() + ServerMain.STOP + "\n";
    SupervisorLine line =
        new SupervisorLine(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(INSTRUCTIONS, ServerInstructions.read(line.block()));
  }

  @Test
  void toString_hasNoSecret() {
    assertFalse(INSTRUCTIONS.toString().contains("a = b"));
  }

  @Test
  void property_separatorsInTheValue_areEscaped() {
    assertEquals("password=a\\:b\\=c\\\\d", DatabasePool.property("password", "a:b=c\\d"));
  }
}
