package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import org.kycvs.registry.entity.PersonId;
import org.kycvs.shared.crypto.Framing;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.verification.entity.Asker;

/** How a statement speaks of a person without naming them. */
@Dependent
public class SubjectNames {
  private final KeyedHash pseudonyms;

  /** With the master key from which the pseudonyms' key is derived. */
  @Inject
  public SubjectNames(MasterKey masterKey) {
    this.pseudonyms = masterKey.keyedHash("kycvs/subject/1");
  }

  /** The person's name for one organisation in one mode, which no other organisation sees. */
  public String pseudonym(Asker asker, PersonId person) {
    return base64Url(
        pseudonyms.of(asker.mode().wire(), asker.organisation().value(), person.value()));
  }

  /**
   * What lets the organisation prove later whom it asked about, though the statement does not say.
   *
   * @param salt 32 random bytes, kept out of the statement
   * @param name as finally submitted; it is compared in NFKC, lower case, each run of white space
   *     one blank, none at the ends
   */
  public static String commitment(byte[] salt, MobileNumber mobile, String name) {
    String committed =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("(?U)\\s+", " ")
            .strip();
    return base64Url(
        Framing.of("kycvs/commitment/1")
            .field(salt)
            .field(mobile.e164())
            .field(committed)
            .sha256());
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
