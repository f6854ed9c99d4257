package org.kycvs.systemtest.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kycvs.systemtest.support.Distribution;

/**
 * A page of the documentation with samples.
 *
 * @param name the page's name
 * @param blocks what it shows, in its order
 */
record SampledPage(String name, List<Block> blocks) {
  private static final Path FOLDER = Distribution.checkout().resolve("docs").resolve("verifier");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```([^\\n`]+)\\n(.*?)^```$");
  private static final Pattern INFO =
      Pattern.compile("(?<language>[a-z]+)(?: file=(?<file>\\S+))?(?: from=(?<from>\\S+))?");

  /**
   * A sample.
   *
   * @param language its language; {@code sh} is run
   * @param file the file that it becomes, if any
   * @param text what it says
   */
  record Block(String language, Optional<String> file, String text) {
    static Block of(String info, String text) {
      Matcher parts = INFO.matcher(info.strip());
      if (!parts.matches()) {
        throw new AssertionError("A sample begins with ```" + info);
      }
      String from = parts.group("from");
      return new Block(
          parts.group("language"),
          Optional.ofNullable(parts.group("file")),
          from == null ? text : read(Distribution.checkout().resolve(from)));
    }

    boolean isRun() {
      return language.equals("sh") && file.isEmpty();
    }
  }

  /** All pages that have something to run. */
  static List<SampledPage> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(SampledPage::readPage)
          .filter(page -> page.blocks().stream().anyMatch(Block::isRun))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page of a file. */
  private static SampledPage readPage(Path file) {
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(read(file));
    while (fence.find()) {
      blocks.add(Block.of(fence.group(1), fence.group(2)));
    }
    return new SampledPage(file.getFileName().toString(), blocks);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether something that is run, or written, matches. */
  boolean uses(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return blocks.stream()
        .filter(block -> block.isRun() || block.file().isPresent())
        .anyMatch(block -> wanted.matcher(block.text()).find());
  }

  @Override
  public String toString() {
    return name;
  }
}
