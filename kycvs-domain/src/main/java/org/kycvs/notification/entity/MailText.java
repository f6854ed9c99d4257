package org.kycvs.notification.entity;

/**
 * What a mail says, once for those who read text and once as HTML.
 *
 * @param subject one line
 * @param text lines that end in LF
 * @param html a whole document
 */
public record MailText(String subject, String text, String html) {
  @Override
  public String toString() {
    return "MailText(not shown)";
  }
}
