package org.kycvs.notification.control.smpp;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.DeliveryReport.State;

/**
 * Makes one report of those on the parts of a message: it is delivered when each part is, and
 * undelivered as soon as one is. The message has the id of its last part.
 *
 * <p>Only memory knows which parts belong together. After a restart the last part's report speaks
 * for the whole, and those of other parts are of messages that nobody knows.
 */
final class PartReports {
  private static final int MOST = 20_000;

  /** By the id of each part that is still to be heard of. */
  private final Map<String, Parts> awaited = bounded();

  /** What was told of ids that belong to no message of several parts, or not yet. */
  private final Map<String, DeliveryReport> early = bounded();

  /** Ids of newest messages and parts whose answers came. */
  private final Map<String, Boolean> answered = bounded();

  /** What is to be told. */
  record Told(String messageId, DeliveryReport report) {}

  /** All parts of a message were taken, by these ids. */
  synchronized void taken(List<String> ids) {
    ids.forEach(id -> answered.put(id, true));
    if (ids.size() == 1) {
      return;
    }
    Set<String> missing = new HashSet<>(ids);
    missing.removeIf(early::containsKey);
    Optional<DeliveryReport> failure =
        ids.stream()
            .map(early::get)
            .filter(Objects::nonNull)
            .filter(report -> report.state() == State.UNDELIVERED)
            .findFirst();
    Parts parts = new Parts(ids.get(ids.size() - 1), missing, failure);
    missing.forEach(id -> awaited.put(id, parts));
  }

  /** Whether the gateway's answer gave this id lately, so that the message is not in doubt. */
  synchronized boolean isAnswered(String id) {
    return answered.containsKey(id);
  }

  /** A report came in; empty if there is nothing to tell yet. */
  synchronized Optional<Told> heard(String id, DeliveryReport report) {
    Parts parts = awaited.remove(id);
    if (parts == null) {
      early.put(id, report);
      return Optional.of(new Told(id, report));
    }
    parts.missing().remove(id);
    Optional<DeliveryReport> failure =
        report.state() == State.UNDELIVERED ? Optional.of(report) : parts.failure();
    if (failure.isPresent()) {
      parts.missing().forEach(awaited::remove);
      parts.missing().clear();
    }
    return parts.missing().isEmpty()
        ? Optional.of(new Told(parts.messageId(), failure.orElse(report)))
        : Optional.empty();
  }

  private static <T> Map<String, T> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
      }
    };
  }

  /**
   * A message of several parts.
   *
   * @param missing the parts that are still to be heard of
   * @param failure of a part that was heard of before all were sent
   */
  private record Parts(String messageId, Set<String> missing, Optional<DeliveryReport> failure) {}
}
