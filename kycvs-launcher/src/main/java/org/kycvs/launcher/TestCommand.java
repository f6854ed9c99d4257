package org.kycvs.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kycvs.launcher.place.Installation;
import picocli.CommandLine.Command;

/**
 * Runs everything that CI runs. The checkout's own script does not come here: it needs no build.
 */
@Command(name = "test", description = "Runs everything that CI runs, in a source checkout.")
final class TestCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    Path checkout =
        Installation.ofThisCommand()
            .checkout()
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitCode.USAGE,
                        "'test' needs the sources: run ./kycvs test in a checkout of the project"));
    return new ProcessBuilder("./mvnw", "-B", "verify")
        .directory(checkout.toFile())
        .inheritIO()
        .start()
        .waitFor();
  }
}
