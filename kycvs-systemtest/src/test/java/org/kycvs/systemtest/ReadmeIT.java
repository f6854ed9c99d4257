package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.Distribution;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.RunningServer;

/** The commands under the README's "Try it", as they stand. */
@OwnServer
class ReadmeIT {
  private static final Pattern TRY_IT = Pattern.compile("(?ms)^## Try it$(.*?)^## ");
  private static final Pattern RUN =
      Pattern.compile("(?m)^\\$? *\\./kycvs run --port \\d+ --data ");
  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

  @TempDir private Path folder;

  @Test
  void tryIt_asItStands_endsWithAValidSignature() throws Exception {
    String section = section();
    assertTrue(RUN.matcher(section).find(), section);
    List<String> blocks =
        SHELL.matcher(section).results().map(MatchResult::group).map(ReadmeIT::commands).toList();
    assertTrue(blocks.size() >= 4, section);
    putCommandIntoFolder();

    try (DataFolder data = DataFolder.make();
        RunningServer server = RunningServer.start("readme", data)) {
      String out = shell(server, String.join("\n", blocks));

      assertTrue(out.contains("\"state\":\"awaiting-code\""), out);
      assertTrue(out.contains(server.hotel().name()), out);
      assertTrue(out.contains("\"state\":\"completed\""), out);
      assertTrue(out.contains("\nsignature valid\n"), out);
      assertTrue(out.contains("\nrefused\n  signature-invalid "), out);
    }
  }

  /** In the folder of the reader's checkout; the data folder is not the reader's but our own. */
  private String shell(RunningServer server, String script)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-eu", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("data", server.data().path().toString());
    Process process = builder.start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroy();
    String text = Files.readString(out);
    assertTrue(ended, text);
    assertEquals(0, process.exitValue(), text);
    return text;
  }

  /** {@code ./kycvs} of the checkout would first look whether it must build; that was just done. */
  private void putCommandIntoFolder() throws IOException {
    Path script = folder.resolve("kycvs");
    Files.writeString(script, "#!/bin/sh\nexec " + Distribution.command() + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String section() throws IOException {
    String readme = Files.readString(Distribution.checkout().resolve("README.md"));
    return TRY_IT
        .matcher(readme)
        .results()
        .findFirst()
        .map(found -> found.group(1))
        .orElseThrow(() -> new AssertionError("README.md has no section Try it"));
  }

  private static String commands(String block) {
    return block.replaceFirst("^```sh\n", "").replaceFirst("```$", "");
  }
}
