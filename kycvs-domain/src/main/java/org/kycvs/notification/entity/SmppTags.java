package org.kycvs.notification.entity;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.kycvs.shared.settings.Settings;

/**
 * Which optional parameters (SMPP 3.4, 5.3) carry what. The protocol knows nothing of DLT: Indian
 * operators took tags of those left to vendors, and have them as plain octets or with a closing
 * zero.
 *
 * @param entity tag of the principal entity's id; empty if it is not sent
 * @param template tag of the template's id; likewise
 * @param chain tag of {@code chainValue}
 * @param chainValue what names the chain from the entity to the operator, the same for all messages
 * @param terminated whether these values end with a zero octet
 * @param userMessageReference whether the last sixteen bits of the outbox's number go with each
 *     message, by which a report may tell what became of one without an answer
 */
public record SmppTags(
    OptionalInt entity,
    OptionalInt template,
    OptionalInt chain,
    Optional<String> chainValue,
    boolean terminated,
    boolean userMessageReference) {
  private static final Pattern TAG = Pattern.compile("0x[0-9A-Fa-f]{4}");
  private static final Pattern CHAIN = Pattern.compile("[\\x21-\\x7E]{1,200}");

  static SmppTags from(Settings settings, String prefix) {
    Optional<String> chain = settings.text(prefix + "chain");
    if (chain.filter(text -> !CHAIN.matcher(text).matches()).isPresent()) {
      throw Settings.wrong(
          prefix + "chain", chain.get(), "at most 200 ASCII characters without blanks");
    }
    return new SmppTags(
        tag(settings, prefix + "tlv-entity", "0x1400"),
        tag(settings, prefix + "tlv-template", "0x1401"),
        tag(settings, prefix + "tlv-chain", "0x1402"),
        chain,
        YesNo.read(settings, prefix + "tlv-terminated", false),
        YesNo.read(settings, prefix + "tlv-user-message-reference", true));
  }

  private static OptionalInt tag(Settings settings, String name, String otherwise) {
    String text = settings.text(name, otherwise);
    if ("none".equals(text)) {
      return OptionalInt.empty();
    }
    if (!TAG.matcher(text).matches()) {
      throw Settings.wrong(name, text, "a tag such as 0x1400, or none");
    }
    return OptionalInt.of(Integer.decode(text));
  }
}
