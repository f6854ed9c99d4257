package org.kycvs.notification.control;

import jakarta.persistence.EntityManager;

/**
 * Lets a gateway's answer and its report on the same message wait for each other: whichever comes
 * second sees what the first left. Held until the transaction ends.
 */
final class ReportLock {
  private static final String TAKE =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended(?1 || '/' || ?2, 6)) AS text)";

  private ReportLock() {}

  static void take(EntityManager database, String gateway, String messageId) {
    database
        .createNativeQuery(TAKE)
        .setParameter(1, gateway)
        .setParameter(2, messageId)
        .getSingleResult();
  }
}
