package org.kycvs.webshared.drain;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.ObjectName;

/** Whether this node still takes requests, and how many it is answering. */
@ApplicationScoped
public class Drain implements DrainControl {
  private static final String NAME = "org.kycvs:type=Drain";

  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean begun;

  /** Makes the bean at the start of the application instead of at the first request. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // Being called is enough.
  }

  @PostConstruct
  void register() {
    try {
      ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
    } catch (JMException e) {
      throw new IllegalStateException("Cannot register " + NAME, e);
    }
  }

  @PreDestroy
  void unregister() {
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    } catch (JMException e) {
      throw new IllegalStateException("Cannot unregister " + NAME, e);
    }
  }

  /** Counts a request in, unless the drain has begun. */
  boolean enter() {
    running.incrementAndGet();
    if (begun) {
      running.decrementAndGet();
      return false;
    }
    return true;
  }

  /** Counts a request out. */
  void leave() {
    running.decrementAndGet();
  }

  /** Whether new requests are refused. */
  boolean hasBegun() {
    return begun;
  }

  @Override
  public void begin() {
    begun = true;
  }

  @Override
  public int getRunningRequests() {
    return running.get();
  }
}
