package org.kycvs.notification.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All texts of messages that ever were, from a file for each language: {@code sms-texts.hi} and so
 * on, for translators. A version that was sent stays for ever, since receipts name it; another text
 * is another version. A language's newest version is what is sent in it.
 */
public final class SmsWordings {
  /** The languages that there are texts in (ISO 639); what is missing in one is sent in English. */
  public static final List<String> LANGUAGES = List.of("en", "hi", "bn", "ta", "ur", "id");

  /** The language for those who have none of the others. */
  public static final String ENGLISH = "en";

  private static final Pattern KEY = Pattern.compile("([a-z-]+)\\.([1-9][0-9]{0,3})");
  private static final SmsWordings BUILT_IN = read();

  private final List<SmsWording> all;

  private SmsWordings(List<SmsWording> all) {
    this.all =
        all.stream()
            .sorted(
                Comparator.comparing(SmsWording::template)
                    .thenComparing(one -> LANGUAGES.indexOf(one.language()))
                    .thenComparing(SmsWording::version))
            .toList();
  }

  /** Those of this version of the software. */
  public static SmsWordings builtIn() {
    return BUILT_IN;
  }

  /**
   * Those of one file.
   *
   * @throws IllegalArgumentException if a key or a name in braces is none
   */
  static SmsWordings of(String language, Properties texts) {
    List<SmsWording> wordings = new ArrayList<>();
    for (String key : texts.stringPropertyNames()) {
      Matcher form = KEY.matcher(key);
      if (!form.matches()) {
        throw new IllegalArgumentException("Not a template with its version: " + key);
      }
      int before = wordings.size();
      for (SmsTemplate template : SmsTemplate.values()) {
        if (template.beginsWith().id().equals(form.group(1))) {
          wordings.add(
              checked(
                  new SmsWording(
                      template,
                      Integer.parseInt(form.group(2)),
                      language,
                      texts.getProperty(key) + template.lastLine())));
        }
      }
      if (wordings.size() == before) {
        throw new IllegalArgumentException("There is no template " + form.group(1));
      }
    }
    return new SmsWordings(wordings);
  }

  /** By template, language and version. */
  public List<SmsWording> all() {
    return all;
  }

  /** The one of this key, if there ever was one. */
  public Optional<SmsWording> find(String key) {
    return all.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** The newest of a template in a language, or in English if there is none. */
  public SmsWording newest(SmsTemplate template, String language) {
    return newestIn(template, language)
        .or(() -> newestIn(template, ENGLISH))
        .orElseThrow(() -> new IllegalStateException("Every template has an English text"));
  }

  private Optional<SmsWording> newestIn(SmsTemplate template, String language) {
    return all.stream()
        .filter(one -> one.template() == template && one.language().equals(language))
        .max(Comparator.comparing(SmsWording::version));
  }

  private static SmsWording checked(SmsWording wording) {
    Set<String> known = new HashSet<>(new SmsPlaces("https://kycvs.example").byName().keySet());
    wording.template().variables().forEach(variable -> known.add(variable.id()));
    for (String name : wording.names()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(wording.key() + " has {" + name + "}, which is nothing");
      }
    }
    for (SmsVariable variable : wording.template().variables()) {
      if (!wording.names().contains(variable.id())) {
        throw new IllegalArgumentException(wording.key() + " lacks {" + variable.id() + "}");
      }
    }
    return wording;
  }

  private static SmsWordings read() {
    List<SmsWording> wordings = new ArrayList<>();
    for (String language : LANGUAGES) {
      wordings.addAll(of(language, file("sms-texts." + language + ".properties")).all());
    }
    return new SmsWordings(wordings);
  }

  private static Properties file(String name) {
    try (InputStream bytes = SmsWordings.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("There is no " + name);
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
