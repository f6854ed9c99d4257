package org.kycvs.notification.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The texts of the messages to people, one version each: a changed text is a new version. Every
 * variable in braces has at most 40 characters, as Indian DLT registration asks.
 */
public enum SmsTemplate {
  /** Carries the code of a verification; typing it is the consent. */
  VERIFICATION_CODE(
      "verification-code",
      "1",
      "en",
      "{code} is your code to tell {organisation} ONLY whether you are vaccinated, for: {purpose}."
          + " Valid {minutes} min. Not you? Ignore this and tell nobody the code."
          + " {notice} -KYC-VS");

  private final String id;
  private final String version;
  private final String language;
  private final String text;

  SmsTemplate(String id, String version, String language, String text) {
    this.id = id;
    this.version = version;
    this.language = language;
    this.text = text;
  }

  /** Names the template, whatever its version. */
  public String id() {
    return id;
  }

  /** Which version of the text this is. */
  public String version() {
    return version;
  }

  /** The text's language (BCP 47). */
  public String language() {
    return language;
  }

  /** Base64url SHA-256 of the text with its variables' names: what a receipt says was shown. */
  public String sha256() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The message, with each variable in its place. */
  public String fill(Map<String, String> variables) {
    String message = text;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      message = message.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return message;
  }
}
