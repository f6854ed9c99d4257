package org.kycvs.systemtest.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kycvs.systemtest.support.Distribution;
import org.kycvs.systemtest.support.Programs;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/**
 * The samples of the documentation, as they stand: each page in a folder of its own, in one shell,
 * from top to bottom.
 */
@ExtendWith(SharedServer.class)
class DocsIT {
  /** Programs that a page needs if it says this. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "\\bopenssl ", "openssl",
          "\\bpython3 ", "python3",
          "\\bnode ", "node",
          "(from|import) cryptography", Programs.PYTHON_CRYPTOGRAPHY);

  /** What a page says where it shows that something is refused. */
  private static final Pattern REFUSED = Pattern.compile("\\|\\| echo \"([^\"]+)\"");

  @TempDir private Path folder;

  static List<SampledPage> pages() {
    return SampledPage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void samples_ofAPage_work(SampledPage page, RunningServer server) throws Exception {
    NEEDED.forEach(
        (pattern, program) -> {
          if (page.uses(pattern)) {
            Programs.need(program);
          }
        });
    Path work = Files.createDirectory(folder.resolve("work"));

    String out = bash(work, script(page), server);

    assertTrue(out.endsWith("\n### end\n"), out);
    page.blocks().stream()
        .filter(SampledPage.Block::isRun)
        .flatMap(block -> REFUSED.matcher(block.text()).results())
        .forEach(refused -> assertTrue(out.contains("\n" + refused.group(1) + "\n"), out));
  }

  /** What the page has a reader do; each step says itself first, for whoever reads a failure. */
  private String script(SampledPage page) throws IOException {
    StringBuilder script = new StringBuilder("set -eu\n");
    int number = 0;
    for (SampledPage.Block block : page.blocks()) {
      number++;
      if (block.file().isPresent()) {
        Path text = Files.writeString(folder.resolve("block-" + number), block.text());
        script.append("cp '").append(text).append("' '").append(block.file().get()).append("'\n");
      } else if (block.isRun()) {
        script.append("echo '### sample ").append(number).append("'\n").append(block.text());
      }
    }
    return script.append("echo; echo '### end'\n").toString();
  }

  private String bash(Path work, String script, RunningServer server)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path file = Files.writeString(folder.resolve("script.sh"), script);
    ProcessBuilder builder =
        new ProcessBuilder("bash", file.toString())
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    Path bin = Distribution.command().resolve("..").normalize();
    Map<String, String> environment = builder.environment();
    environment.merge("PATH", bin.toString(), (path, ours) -> ours + ":" + path);
    environment.put("KYCVS_URL", server.url());
    environment.put("KYCVS_KEY", server.hotel().testKey());
    environment.put("KYCVS_LIB", bin.resolveSibling("lib").toString());
    Process process = builder.start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroy();
    String text = Files.readString(out);
    assertTrue(ended, text);
    assertEquals(0, process.exitValue(), text);
    return text;
  }
}
