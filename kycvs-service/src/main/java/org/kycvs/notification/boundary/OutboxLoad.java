package org.kycvs.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.kycvs.notification.control.OutboxStore;
import org.kycvs.notification.entity.SmsSettings;

/**
 * How many codes wait to leave, looked at each second: with too many before it a new one would come
 * too late, and its caller is better told so.
 */
@ApplicationScoped
public class OutboxLoad {
  private volatile int waiting;

  @Inject private OutboxStore outbox;
  @Inject private SmsSettings settings;

  /** Looks. */
  @Transactional
  public void measure() {
    waiting = outbox.waiting(settings.mostWaiting() + 1);
  }

  /** How many waited when it was looked last, counted no further than one too many. */
  public int waiting() {
    return waiting;
  }

  /** Whether there is no room for another. */
  public boolean isFull() {
    return waiting > settings.mostWaiting();
  }
}
