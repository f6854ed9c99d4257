package org.kycvs.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.demo.Demo;
import org.kycvs.launcher.demo.SamplePerson;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.run.LauncherSettings;
import org.kycvs.launcher.run.Pace;
import org.kycvs.launcher.run.ProcessSettings;
import org.kycvs.launcher.run.Readiness;
import org.kycvs.launcher.run.RunFile;
import org.kycvs.launcher.run.Screen;
import org.kycvs.launcher.run.Supervisor;
import org.kycvs.launcher.tls.ServerTrust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job from question to checked statement. */
@Command(
    name = "demo",
    description = {
      "Shows one verification end to end, from the question to the checked answer.",
      "A hotel asks, the person consents with the code from the SMS, and the signed answer is",
      "checked offline. Uses the server that runs on the data folder, or starts one meanwhile."
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private DataOption data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The server's port; without it, that of a running server or any free one.")
  private @Nullable Integer port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LauncherSettings settings = ProcessSettings.read(spec.commandLine().getErr());
    DataDirectory directory = data.open();
    Installation installation = Installation.ofThisCommand();
    Screen screen = new Screen(spec.commandLine().getOut(), false);
    HttpClient client = ServerTrust.client(settings.tls()).build();
    Demo demo = new Demo(client, screen, SamplePerson.anyFullyVaccinated(installation));

    RunFile running =
        RunFile.read(directory.runFile()).filter(found -> answers(client, found)).orElse(null);
    if (running != null) {
      return exitCode(demo.run(running));
    }
    screen.line("Starting a server for this demonstration, data in " + directory);
    try (Supervisor supervisor = new Supervisor(installation, settings, directory, screen)) {
      return exitCode(demo.run(supervisor.start(port == null ? 0 : port, true, Pace.SHORT_RUN)));
    }
  }

  private boolean answers(HttpClient client, RunFile running) {
    return (port == null || running.url().endsWith(":" + port))
        && Readiness.isReady(client, running.url());
  }

  private static int exitCode(boolean held) {
    return held ? ExitCode.DONE : ExitCode.NO;
  }
}
