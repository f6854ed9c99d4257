package org.kycvs.launcher.server;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Writes the archive of the classes loaded so far, by the diagnostic command {@code VM.cds
 * dynamic_dump}. The JVM's own dump at exit would also run when the supervisor was killed and this
 * process must be gone at once.
 */
final class ClassDataDump {
  private ClassDataDump() {}

  /** Writes it, if a file is named; the JVM stands still meanwhile. A failure is only logged. */
  static void write(Optional<Path> file) {
    if (file.isEmpty()) {
      return;
    }
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmCds",
              new Object[] {new String[] {"dynamic_dump", file.get().toString()}},
              new String[] {String[].class.getName()});
    } catch (JMException | RuntimeException e) {
      System.getLogger(ClassDataDump.class.getName())
          .log(System.Logger.Level.INFO, "No class-data archive was made", e);
    }
  }
}
