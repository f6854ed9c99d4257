package org.kycvs.launcher.sms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.notification.entity.Dlt;
import org.kycvs.notification.entity.SmsEncoding;
import org.kycvs.notification.entity.SmsParts;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsTexts;
import org.kycvs.notification.entity.SmsVariable;
import org.kycvs.notification.entity.SmsWording;

/**
 * A message that nobody is sent.
 *
 * @param wording which text it has
 * @param message what the phone shows
 * @param maxParts how many parts a message may have
 * @param dlt what the text is registered as
 */
record Preview(SmsWording wording, String message, int maxParts, Dlt dlt) {

  static Preview of(
      SmsTexts texts, SmsTemplate template, String language, Map<SmsVariable, String> values) {
    SmsWording wording = texts.wording(template, language);
    return new Preview(
        wording,
        wording.fill(texts.places(), values),
        texts.maxParts(),
        texts.registration().of(wording));
  }

  String text() {
    SmsParts parts = SmsParts.of(message);
    int units = parts.encoding().units(message);
    boolean isGsm = parts.encoding() == SmsEncoding.GSM;
    String indent = System.lineSeparator() + "  ";
    return String.join(
        System.lineSeparator(),
        "",
        "  " + String.join(indent, message.split("\n", -1)),
        "",
        "  text       " + wording.key(),
        "  encoding   "
            + (isGsm
                ? "GSM 03.38: 160 characters, or 153 in each of several parts"
                : "UCS-2: 70 characters, or 67 in each of several parts"),
        "  length     " + units + " characters",
        "  parts      " + parts.count() + ", of " + maxParts + " allowed",
        "  header     " + dlt.header().orElse("none set (KYCVS_SMS_HEADER)"),
        "  DLT        " + registration());
  }

  private String registration() {
    return dlt.entityId()
        .map(
            entity ->
                "entity "
                    + entity
                    + ", template "
                    + dlt.templateId().orElse("not registered yet: kycvs sms texts prints it"))
        .orElse("none needed outside of India (KYCVS_SMS_DLT_ENTITY_ID)");
  }

  Map<String, @Nullable Object> json() {
    SmsParts parts = SmsParts.of(message);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("template", wording.template().id());
    json.put("version", Integer.toString(wording.version()));
    json.put("language", wording.language());
    json.put("text", message);
    json.put("encoding", parts.encoding() == SmsEncoding.GSM ? "gsm-03.38" : "ucs-2");
    json.put("length", parts.encoding().units(message));
    json.put("parts", parts.count());
    json.put("maxParts", maxParts);
    json.put("header", dlt.header().orElse(null));
    json.put("dltEntityId", dlt.entityId().orElse(null));
    json.put("dltTemplateId", dlt.templateId().orElse(null));
    return json;
  }
}
