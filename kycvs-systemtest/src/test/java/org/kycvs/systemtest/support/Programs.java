package org.kycvs.systemtest.support;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that a test needs beside a JDK and {@code curl}. Where one is missing the test is
 * skipped, and says why; with {@code KYCVS_TEST_ALL=1} it fails instead.
 */
public final class Programs {
  /** Python's library for signatures, under the name of Debian's package. */
  public static final String PYTHON_CRYPTOGRAPHY = "python3-cryptography";

  private static final String ALL = "KYCVS_TEST_ALL";

  private Programs() {}

  /** Goes on only if the program is there. */
  public static void need(String program) {
    boolean there =
        program.equals(PYTHON_CRYPTOGRAPHY) ? hasCryptography() : path(program).isPresent();
    if (there) {
      return;
    }
    String message = "This test needs " + program + ": install it to run it";
    if ("1".equals(System.getenv(ALL))) {
      fail(message + ", or run without " + ALL + "=1");
    }
    Assumptions.abort(message);
  }

  /** Where a program is, which must be there. */
  public static Path find(String program) {
    need(program);
    return path(program).orElseThrow();
  }

  private static Optional<Path> path(String program) {
    String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(folders.split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean hasCryptography() {
    if (path("python3").isEmpty()) {
      return false;
    }
    try {
      return new ProcessBuilder(List.of("python3", "-c", "import cryptography"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
