package org.kycvs.launcher.server;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Asks the application, by the one MBean that it registers, to take no new requests and waits for
 * the running ones. JMX because the two share no class loader.
 */
final class Drain {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Drain() {}

  /** Returns when no request runs, or after ten seconds. */
  static void await() {
    try {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      ObjectName drain = new ObjectName("org.kycvs:type=Drain");
      if (!beans.isRegistered(drain)) {
        return; // Not deployed: nothing runs
      }
      beans.invoke(drain, "begin", new Object[0], new String[0]);
      long until = System.nanoTime() + PATIENCE.toNanos();
      while ((Integer) beans.getAttribute(drain, "RunningRequests") > 0
          && System.nanoTime() < until) {
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (JMException e) {
      System.getLogger(Drain.class.getName())
          .log(System.Logger.Level.WARNING, "Stopping without waiting for running requests", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
