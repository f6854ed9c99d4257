package org.kycvs.launcher.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Payara Micro with the application, from start to stop. */
final class PayaraServer {
  private final ServerInstructions instructions;
  private @Nullable AdminCommandRunner commands;
  private volatile boolean deployed;

  PayaraServer(ServerInstructions instructions) {
    this.instructions = instructions;
  }

  /** Returns when the application answers. */
  void start() throws IOException, BootstrapException, ReflectiveOperationException {
    Path runtime = instructions.runtime();
    System.setProperty(
        "fish.payara.micro.BootJar",
        runtime.resolve("launch-micro.jar").toUri().toURL().toString());
    System.setProperty("fish.payara.micro.UnpackDir", runtime.toString());
    bootProperties(runtime).forEach(System.getProperties()::putIfAbsent);
    instructions.settings().forEach(System::setProperty);
    RootFolder.make(runtime, instructions.root());
    LogFormat.apply(instructions.root(), instructions.settings());

    micro()
        .setHttpPort(instructions.port())
        .setRootDir(instructions.root().toFile())
        .setNoHazelcast(true)
        .setPrintLogo(false)
        .setPreBootHandler(this::beforeBoot)
        .setPostBootHandler(this::afterBoot)
        .bootStrap();
    // Only now: during its bootstrap Payara Micro fails on an EAR. And only through the runner that
    // it gave to the handler: without Hazelcast the runtime's own silently does nothing.
    AdminCommandRunner kept = commands;
    if (kept == null) {
      throw new IllegalStateException("Payara Micro did not call its post-boot handler");
    }
    AdminCommands.run(kept, "deploy", "--name", "kycvs", instructions.application().toString());
    deployed = true;
  }

  /** Lets running requests end, within bounds, and ends the process. */
  void stop() {
    Drain.await();
    if (deployed) { // an archive of half a start would be kept, and help little
      ClassDataDump.write(instructions.archive());
    }
    System.exit(0); // Payara's own shutdown hook undeploys
  }

  private void beforeBoot(AdminCommandRunner runner) {
    new Listener(instructions).configure(runner);
  }

  private void afterBoot(AdminCommandRunner runner) {
    commands = runner;
    new DatabasePool(instructions).create(runner);
    new DatabaseWatch(instructions, WatchedSockets.LINES).begin();
  }

  private static Properties bootProperties(Path runtime) throws IOException {
    Properties properties = new Properties();
    try (InputStream input = Files.newInputStream(runtime.resolve("payara-boot.properties"))) {
      properties.load(input);
    }
    return properties;
  }

  private static PayaraMicroBoot micro() throws ReflectiveOperationException {
    // PayaraMicro.getInstance() would unpack itself again; the exploded runtime is on our class
    // path.
    return (PayaraMicroBoot)
        Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
            .getMethod("getInstance")
            .invoke(null);
  }
}
