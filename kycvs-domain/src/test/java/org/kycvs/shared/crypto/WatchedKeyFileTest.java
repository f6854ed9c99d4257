package org.kycvs.shared.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class WatchedKeyFileTest {
  private static final String ROOT = MasterKeyLinesTest.ROOT;
  private static final String SECOND = MasterKeyLinesTest.SECOND;
  private static final Logger LOG = Logger.getLogger(WatchedKeyFile.class.getName());

  @TempDir private Path folder;

  private final AtomicLong nanos = new AtomicLong();
  private final List<String> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          logged.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private Path file;
  private Seal seal;

  @BeforeEach
  void open() throws IOException {
    LOG.addHandler(handler);
    file = folder.resolve("master.key");
    Files.writeString(file, ROOT + "\n");
    seal = MasterKey.of(WatchedKeyFile.open(file, nanos::get)).seal("a/1");
  }

  @AfterEach
  void close() {
    LOG.removeHandler(handler);
  }

  @Test
  void changedFile_isReadAfterTwoSeconds_notBefore() throws IOException {
    byte[] before = seal.seal("x", "y");
    replace(ROOT + "\n" + SECOND + "\n");
    nanos.addAndGet(WatchedKeyFile.LOOK.toNanos() - 1);
    assertTrue(isOf(ROOT, seal.seal("x", "y")));
    nanos.addAndGet(1);
    assertTrue(isOf(SECOND, seal.seal("x", "y")));
    assertEquals("x", seal.openText(before, "y"));
    assertFalse(seal.isOfCurrentKey(before));
    assertTrue(seal.isOfCurrentKey(seal.sealAnew(before, "y")));
  }

  @Test
  void valueOfAnUnknownKey_hasTheFileReadAtOnce() throws IOException {
    byte[] ofAnotherNode = MasterKey.parse(SECOND).seal("a/1").seal("x", "y");
    assertThrows(IllegalStateException.class, () -> seal.open(ofAnotherNode, "y"));
    replace(ROOT + "\n" + SECOND + "\n");
    assertEquals("x", seal.openText(ofAnotherNode, "y"));
  }

  @Test
  void wrongFile_isRefusedWithOneLine_andTheKeysOfBeforeGoOn() throws IOException {
    replace(ROOT + "\n" + SECOND + "\n");
    pass();
    assertTrue(isOf(SECOND, seal.seal("x", "y")));
    logged.clear();
    for (String wrong :
        List.of(ROOT + "\nsecret!\n", SECOND + "\n" + ROOT + "\n", ROOT + "\n", "")) {
      replace(wrong);
      pass();
      pass();
      assertTrue(isOf(SECOND, seal.seal("x", "y")), wrong);
      assertEquals(1, logged.size(), logged.toString());
      assertFalse(logged.get(0).contains(ROOT.substring(0, 8)));
      logged.clear();
    }
    Files.delete(file);
    pass();
    pass();
    assertTrue(isOf(SECOND, seal.seal("x", "y")));
    assertEquals(1, logged.size(), logged.toString());
  }

  @Test
  void read_fileOpenToOthers_isRefusedInProductionOnly() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertEquals(1, read("production").keys().size());
    for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      assertEquals(1, read("development").keys().size());
      SettingException refusal = assertThrows(SettingException.class, () -> read("production"));
      assertTrue(String.valueOf(refusal.getMessage()).contains("chmod 600"), refusal.getMessage());
    }
  }

  private MasterKey read(String mode) {
    Map<String, String> values =
        Map.of("kycvs.mode", mode, MasterKeyProducer.SETTING, file.toString());
    return MasterKeyProducer.read(Settings.of(name -> Optional.ofNullable(values.get(name))));
  }

  private void pass() {
    nanos.addAndGet(WatchedKeyFile.LOOK.toNanos());
    assertTrue(seal.seal("x", "y").length > 0);
  }

  private void replace(String text) throws IOException {
    Path draft = Files.writeString(folder.resolve("draft"), text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isOf(String key, byte[] sealed) {
    return MasterKey.parse(key).seal("a/1").isOfCurrentKey(sealed);
  }
}
