package org.kycvs.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kycvs.notification.entity.SmsChannel;
import org.kycvs.shared.id.OrganisationId;

/**
 * What this node counts of codes until it is written down, every few seconds and off the path of
 * the calls. A node that dies forgets some seconds of it, which changes no verdict.
 */
@ApplicationScoped
public class ConversionCounts {
  private final Map<Account, Count> counts = new ConcurrentHashMap<>();

  /** Whose codes are counted together. */
  public record Account(OrganisationId organisation, SmsChannel channel) {}

  /** How many codes were sent and how many redeemed. */
  public record Count(int sent, int redeemed) {
    Count plus(Count other) {
      return new Count(sent + other.sent, redeemed + other.redeemed);
    }
  }

  /** A code is sent. */
  public void sent(OrganisationId organisation, SmsChannel channel) {
    add(new Account(organisation, channel), new Count(1, 0));
  }

  /** A code was redeemed. */
  public void redeemed(OrganisationId organisation, SmsChannel channel) {
    add(new Account(organisation, channel), new Count(0, 1));
  }

  /** Counts again what could not be written down. */
  public void add(Account account, Count count) {
    counts.merge(account, count, Count::plus);
  }

  /** What was counted since it was taken last; it is counted here no more. */
  public Map<Account, Count> take() {
    Map<Account, Count> taken = new HashMap<>();
    for (Account account : counts.keySet()) {
      Count count = counts.remove(account);
      if (count != null) {
        taken.put(account, count);
      }
    }
    return taken;
  }
}
