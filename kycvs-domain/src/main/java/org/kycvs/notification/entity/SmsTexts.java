package org.kycvs.notification.entity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * The texts of messages as this installation sends them.
 *
 * @param places what its texts say that is the installation's own ({@code kycvs.issuer})
 * @param languages those that it sends ({@code kycvs.sms.languages}, all there are unless set),
 *     English always among them
 * @param maxParts how many parts a message may have ({@code kycvs.sms.max-parts}, 1 to 10)
 * @param registration with the operators, where it is needed
 */
public record SmsTexts(
    SmsPlaces places, List<String> languages, int maxParts, DltRegistration registration) {
  private static final String ISSUER = "kycvs.issuer";
  private static final String LANGUAGES = "kycvs.sms.languages";
  private static final String MAX_PARTS = "kycvs.sms.max-parts";

  /** As signing has it. */
  private static final String DEVELOPMENT_ISSUER = "http://localhost:8080";

  private static final int PARTS = 6;
  private static final int MOST_PARTS = 10;

  /** Any character that the GSM alphabet lacks: a value with one makes the whole text longer. */
  private static final String WIDE = "ह";

  /**
   * Reads the settings of an installation that sends.
   *
   * @throws SettingException if a text could have more parts than allowed, or is registered wrongly
   */
  public static SmsTexts from(Settings settings) {
    SmsTexts texts = read(settings);
    texts.registration().requireAll(texts.sent());
    return texts;
  }

  /**
   * Reads the settings; texts may still lack ids, because they have to be seen to be registered.
   *
   * @throws SettingException if a text could have more parts than allowed, or a setting is wrong
   */
  public static SmsTexts read(Settings settings) {
    SmsTexts texts =
        new SmsTexts(
            new SmsPlaces(settings.text(ISSUER, DEVELOPMENT_ISSUER)),
            languages(settings),
            settings.number(MAX_PARTS, PARTS, 1, MOST_PARTS),
            DltRegistration.from(settings));
    texts.checkParts();
    return texts;
  }

  /**
   * What is said in a language from now on: the newest version, in English if the installation does
   * not send that language.
   */
  public SmsWording wording(SmsTemplate template, String language) {
    return SmsWordings.builtIn()
        .newest(template, languages.contains(language) ? language : SmsWordings.ENGLISH);
  }

  /** All that are said from now on: of each template the newest in each language. */
  public List<SmsWording> sent() {
    return List.of(SmsTemplate.values()).stream()
        .flatMap(template -> languages.stream().map(language -> wording(template, language)))
        .distinct()
        .toList();
  }

  /**
   * A message.
   *
   * @param code the code within it, if there is one
   * @param reference what it belongs to
   * @throws IllegalArgumentException if a variable is missing, too long or has controls
   */
  public SmsMessage message(
      MobileNumber to,
      SmsWording wording,
      Map<SmsVariable, String> variables,
      Optional<String> code,
      String reference) {
    return new SmsMessage(
        to, wording.fill(places, variables), code, reference, registration.of(wording));
  }

  /** How many parts a text has at most, whatever its variables say. */
  public int mostParts(SmsWording wording) {
    Map<SmsVariable, String> longest = new HashMap<>();
    for (SmsVariable variable : wording.template().variables()) {
      longest.put(variable, WIDE.repeat(variable.longest()));
    }
    return SmsParts.of(wording.fill(places, longest)).count();
  }

  private void checkParts() {
    SmsWording longest = sent().stream().max(Comparator.comparing(this::mostParts)).orElseThrow();
    int parts = mostParts(longest);
    if (parts > maxParts) {
      throw Settings.wrong(
          MAX_PARTS,
          Integer.toString(maxParts),
          "at least " + parts + ", as " + longest.key() + " can have with kycvs.issuer as it is");
    }
  }

  private static List<String> languages(Settings settings) {
    Optional<String> text = settings.text(LANGUAGES);
    if (text.isEmpty()) {
      return SmsWordings.LANGUAGES;
    }
    List<String> wanted = List.of(text.get().split("\\s*,\\s*", -1));
    if (!SmsWordings.LANGUAGES.containsAll(wanted) || !wanted.contains(SmsWordings.ENGLISH)) {
      throw Settings.wrong(
          LANGUAGES,
          text.get(),
          "en and any of " + String.join(", ", SmsWordings.LANGUAGES) + ", parted by commas");
    }
    return SmsWordings.LANGUAGES.stream().filter(wanted::contains).toList();
  }
}
