package org.kycvs.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kycvs.notification.entity.Submission;

/**
 * What became of the newest message at each gateway of this node, and how long that took, so that
 * one which is not sent can seem to fare the same. Before its first message a gateway takes
 * everything at once.
 */
@ApplicationScoped
public class GatewayPace {
  private static final Fate FIRST =
      new Fate(new Submission.Accepted(Optional.empty()), Duration.ZERO);

  private final Map<String, Fate> newest = new ConcurrentHashMap<>();

  /** What became of a message, and after what time. */
  public record Fate(Submission submission, Duration taken) {}

  /** A message fared so at a gateway. */
  public void note(String gateway, Submission submission, Duration taken) {
    newest.put(gateway, new Fate(submission, taken));
  }

  /** How the newest message fared at a gateway. */
  public Fate newest(String gateway) {
    return newest.getOrDefault(gateway, FIRST);
  }
}
