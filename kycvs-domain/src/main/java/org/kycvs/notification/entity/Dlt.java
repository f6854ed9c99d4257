package org.kycvs.notification.entity;

import java.util.Optional;

/**
 * What Indian operators match a message with (DLT, Telecom Commercial Communications Customer
 * Preference Regulations, 2018); a message that does not fit is lost without a word. Elsewhere none
 * of it is needed but the header.
 *
 * @param entityId of whoever sends, the principal entity
 * @param header the sender's name that the phone shows
 * @param templateId of the text in this language
 */
public record Dlt(Optional<String> entityId, Optional<String> header, Optional<String> templateId) {

  /** Where nothing is registered. */
  public static final Dlt NONE = new Dlt(Optional.empty(), Optional.empty(), Optional.empty());
}
