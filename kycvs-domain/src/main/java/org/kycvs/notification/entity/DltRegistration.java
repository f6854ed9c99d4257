package org.kycvs.notification.entity;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * How the installation and its texts are registered with the country's operators. In India (DLT) a
 * message needs entity, header and template; elsewhere at most a header.
 *
 * @param entityId the principal entity ({@code kycvs.sms.dlt.entity-id}); set in India only
 * @param header the sender's name ({@code kycvs.sms.header})
 * @param templateIds by {@link SmsWording#key} ({@code kycvs.sms.dlt.templates-file})
 */
public record DltRegistration(
    Optional<String> entityId, Optional<String> header, Map<String, String> templateIds) {
  private static final String ENTITY_ID = "kycvs.sms.dlt.entity-id";
  private static final String HEADER = "kycvs.sms.header";
  private static final String FILE = "kycvs.sms.dlt.templates-file";

  private static final String EXAMPLE = "verification-code.1.hi = 1107161234567890123";

  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

  /** Letters as the GSM alphabet has them, or a number (3GPP TS 23.040, 9.1.2.5). */
  private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9-]{1,11}|[0-9]{1,15}");

  /** Copies the map. */
  public DltRegistration {
    templateIds = Map.copyOf(templateIds);
  }

  /**
   * Reads the settings.
   *
   * @throws SettingException if one has another form, or the file names what does not exist
   */
  static DltRegistration from(Settings settings) {
    Optional<String> entityId = settings.text(ENTITY_ID);
    if (entityId.filter(id -> !ID.matcher(id).matches()).isPresent()) {
      throw Settings.wrong(ENTITY_ID, entityId.get(), "an id of 1 to 19 digits");
    }
    Optional<String> header = settings.text(HEADER);
    if (header.filter(name -> !SENDER.matcher(name).matches()).isPresent()) {
      throw Settings.wrong(
          HEADER, header.get(), "up to 11 letters, digits and hyphens, or up to 15 digits");
    }
    if (entityId.isPresent() && header.isEmpty()) {
      throw new SettingException(
          HEADER + " (KYCVS_SMS_HEADER) is not set: with " + ENTITY_ID + " it is needed");
    }
    Optional<String> file = settings.text(FILE);
    return new DltRegistration(entityId, header, file.map(DltRegistration::read).orElse(Map.of()));
  }

  /** What a text is registered as. */
  public Dlt of(SmsWording wording) {
    return new Dlt(entityId, header, Optional.ofNullable(templateIds.get(wording.key())));
  }

  /**
   * In India, wants an id for each text that is sent.
   *
   * @throws SettingException if some have none; it says which
   */
  void requireAll(List<SmsWording> sent) {
    List<String> missing =
        sent.stream().map(SmsWording::key).filter(key -> !templateIds.containsKey(key)).toList();
    if (entityId.isPresent() && !missing.isEmpty()) {
      throw new SettingException(
          FILE
              + " (KYCVS_SMS_DLT_TEMPLATES_FILE) lacks the ids of "
              + String.join(", ", missing)
              + ": register these texts, which 'kycvs sms texts' prints, or name fewer languages in"
              + " kycvs.sms.languages (KYCVS_SMS_LANGUAGES)");
    }
  }

  private static Map<String, String> read(String file) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw Settings.wrong(FILE, file, "a file with a line for each text, such as " + EXAMPLE);
    }
    Map<String, String> keys = new HashMap<>();
    for (String key : new TreeSet<>(lines.stringPropertyNames())) {
      String id = lines.getProperty(key).strip();
      if (SmsWordings.builtIn().find(key).isEmpty()) {
        throw inFile(file, "'" + key + "' is no text: there are " + keysOfAll());
      }
      if (!ID.matcher(id).matches()) {
        throw inFile(file, key + " is '" + id + "', but must be an id of 1 to 19 digits");
      }
      String other = keys.putIfAbsent(id, key);
      if (other != null) {
        throw inFile(file, other + " and " + key + " have the same id " + id);
      }
    }
    Map<String, String> ids = new HashMap<>();
    keys.forEach((id, key) -> ids.put(key, id));
    return ids;
  }

  private static SettingException inFile(String file, String problem) {
    return new SettingException(
        FILE + " (KYCVS_SMS_DLT_TEMPLATES_FILE) is '" + file + "', in which " + problem);
  }

  private static String keysOfAll() {
    return String.join(", ", SmsWordings.builtIn().all().stream().map(SmsWording::key).toList());
  }
}
