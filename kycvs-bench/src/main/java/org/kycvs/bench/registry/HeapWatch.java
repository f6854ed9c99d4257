package org.kycvs.bench.registry;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * The most heap that was in use after a garbage collection, while this watches. After a collection
 * of the young objects only, old garbage counts as in use: the true need is at most this.
 *
 * <p>A collector tells of each collection ({@code GarbageCollectionNotificationInfo} of the JDK's
 * management extensions); asking a memory pool from time to time would miss most of them.
 */
final class HeapWatch implements NotificationListener, AutoCloseable {
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());
  private final List<NotificationEmitter> collectors = new ArrayList<>();
  private long most;

  /** Begins to watch. */
  HeapWatch() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        collectors.add(emitter);
      }
    }
    collectors.forEach(collector -> collector.addNotificationListener(this, null, null));
  }

  /** In bytes; what is in use now, if there was no collection. */
  synchronized long most() {
    return most > 0 ? most : ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    if (notification.getUserData() instanceof CompositeData data
        && data.get("gcInfo") instanceof CompositeData collection
        && collection.get("memoryUsageAfterGc") instanceof TabularData pools) {
      noteUsed(used(pools.values()));
    }
  }

  private synchronized void noteUsed(long used) {
    most = Math.max(most, used);
  }

  private long used(Collection<?> pools) {
    return pools.stream()
        .map(CompositeData.class::cast)
        .filter(pool -> heapPools.contains(String.valueOf(pool.get("key"))))
        .mapToLong(pool -> MemoryUsage.from((CompositeData) pool.get("value")).getUsed())
        .sum();
  }

  @Override
  public void close() {
    for (NotificationEmitter collector : collectors) {
      try {
        collector.removeNotificationListener(this);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
