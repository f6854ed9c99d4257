package org.kycvs.apikey.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kycvs.apikey.entity.LastUse;
import org.kycvs.shared.id.ApiKeyId;

/**
 * Which keys this node saw used, one use per key and minute, until they are written down. To note
 * one costs no round trip. Of more than {@value #MOST} keys at a time, the others are not noted.
 */
@ApplicationScoped
public class LastUses {
  static final int MOST = 10_000;

  private final Map<ApiKeyId, Noted> noted = new ConcurrentHashMap<>();

  /** A key was used. */
  public void note(ApiKeyId key, Instant at, InetAddress from) {
    Noted known = noted.get(key);
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    boolean isNew = known == null ? noted.size() < MOST : known.use().at().isBefore(minute);
    if (isNew) {
      noted.put(key, new Noted(LastUse.of(at, from), false));
    }
  }

  /** What is to be written down. */
  Map<ApiKeyId, LastUse> unwritten() {
    return noted.entrySet().stream()
        .filter(entry -> !entry.getValue().isWritten())
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().use()));
  }

  /** These were written down: they are not again, and are forgotten once their minute is over. */
  void written(Map<ApiKeyId, LastUse> uses, Instant now) {
    uses.forEach((key, use) -> noted.replace(key, new Noted(use, false), new Noted(use, true)));
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    noted.values().removeIf(use -> use.isWritten() && use.use().at().isBefore(minute));
  }

  private record Noted(LastUse use, boolean isWritten) {}
}
