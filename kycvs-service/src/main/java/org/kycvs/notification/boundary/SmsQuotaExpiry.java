package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.kycvs.notification.control.OutboxStore;
import org.kycvs.shared.time.Calendar;

/** Forgets how many messages were sent on days long over. */
@Stateless
public class SmsQuotaExpiry {
  /** A quota needs today only; a week of them helps whoever asks why it was used up. */
  private static final int DAYS = 7;

  @Inject private OutboxStore outbox;
  @Inject private Calendar calendar;

  /** Forgets the days before the last seven. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void forgetOldDays() {
    outbox.forgetDaysBefore(calendar.today().minusDays(DAYS));
  }
}
