package org.kycvs.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.control.ApiKeyStore;
import org.kycvs.apikey.control.SessionTokens;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.otp.control.CodeSecrets;
import org.kycvs.otp.entity.CodeBinding;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.entity.PersonId;
import org.kycvs.shared.crypto.Framing;
import org.kycvs.shared.crypto.KnownMasterKey;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.verification.control.PersonLinks;
import org.kycvs.verification.control.QuestionSeals;
import org.kycvs.verification.control.SubjectNames;
import org.kycvs.verification.entity.Asker;
import org.kycvs.verification.entity.PersonLinkToken;

/**
 * The examples of {@code docs/bytes.md}. What is expected was worked out by {@code
 * scripts/worked-examples.py}, which has none of this code in it.
 */
class WorkedExamplesTest {
  private static final String ROOT = base64(0);
  private static final String SECOND = base64(0x80);
  private static final MasterKey MASTER = MasterKey.parse(ROOT);

  private static final VerificationId VERIFICATION = new VerificationId("ver_" + "V".repeat(22));
  private static final OrganisationId ORGANISATION = new OrganisationId("org_" + "O".repeat(22));
  private static final ApiKeyId KEY = new ApiKeyId("key_" + "K".repeat(22));
  private static final MobileNumber MOBILE = MobileNumber.parse("+917011000000");
  private static final long REFERENCE = 20_001_100_000_001L;

  private static final String SEALED_WITH_ROOT =
      "01063602cbc0c1c2c3c4c5c6c7c8c9cacb754c4441249c5430d61dce22fe66d29886e9791b50efac379e21555e80";
  private static final String SEALED_WITH_SECOND =
      "013ce3aa99c0c1c2c3c4c5c6c7c8c9cacb0c57a5875dff506262e09df74042309d55a03d01809cf3d26b20129e20";

  @Test
  void framing_hasLengthsBeforeLabelAndFields() {
    assertEquals(
        "0000000f6b796376732f6578616d706c652f31000000016100000002c3a900000000",
        hex(Framing.of("kycvs/example/1").field("a").field("é").field("").bytes()));
  }

  @Test
  void code_hash_isOfVerificationOrganisationPurposeAndDigest() {
    byte[] hash =
        new CodeSecrets(MASTER)
            .hash(
                new CodeBinding(VERIFICATION, ORGANISATION, "hotel-check-in"),
                PresentedCode.of(OneTimePassword.parse("482913").orElseThrow()));
    assertEquals("bdf7edc3f850adaf60586e11f340877c652246dace35b75afefa82c1fe471eac", hex(hash));
  }

  @Test
  void mobile_index_isTheSameForQuestionsAndRegistry() {
    String expected = "2519dadf43b71d9eb965737b9dda522cf74cff8950339e4de7e1b9cea8d2019a";
    assertEquals(
        expected, hex(new QuestionSeals(MASTER).seal(VERIFICATION, MOBILE, "x").mobileIndex()));
    assertEquals(expected, hex(new PersonSeals(MASTER).index(MOBILE)));
  }

  @Test
  void apiKey_hasItsFormAndHash() {
    PresentedApiKey key = PresentedApiKey.of(Mode.TEST, KEY, "s".repeat(32));
    assertEquals(
        "kvs_test_KKKKKKKKKKKKKKKKKKKKKK_ssssssssssssssssssssssssssssssss31JMij", key.reveal());
    assertEquals(
        "a59e9eb6c0ba18d98aa5e7f1801ee120edec756c275941a679c2300568c9c9d2",
        hex(key.hashedBy(MASTER.keyedHash(ApiKeyStore.LABEL)).bytes()));
  }

  @Test
  void sessionToken_isAJwsUnderItsOwnKey() {
    String token =
        "eyJ0eXAiOiJreWN2cy1zZXNzaW9uK2p3dCIsImFsZyI6IkhTMjU2In0"
            + ".eyJzdWIiOiJ2ZXJfVlZWVlZWVlZWVlZWVlZWVlZWVlZWViIsImV4cCI6MTc5NTAwMDkwMH0"
            + ".1lwpotSZKQW50MvyA_luopWuuF2gjIohh7RAFMY3kvM";
    SessionTokens tokens = new SessionTokens(MASTER);
    JsonObject claims = tokens.read(token).orElseThrow();

    assertEquals(VERIFICATION.value(), claims.getString("sub"));
    assertEquals(token, tokens.write(claims));
    assertEquals(Optional.empty(), tokens.read(token.replace(".eyJz", ".eyJt")));
  }

  @Test
  void subject_isOfModeOrganisationAndPerson() {
    assertEquals(
        "XTEmUTKXUsxvZLbT9JtQSNr0rnnNt28-0R0kiu1qUX8",
        new SubjectNames(MASTER)
            .pseudonym(new Asker(ORGANISATION, KEY, Mode.LIVE), PersonId.ofReference(REFERENCE)));
  }

  @Test
  void personLink_tokenDerivesFromTheVerificationAndIsFoundByItsHash() {
    PersonLinks links = new PersonLinks(MASTER);
    PersonLinkToken token = links.tokenOf(VERIFICATION);
    assertEquals("yZWnCJQXTH8l44JY2Ch2tV", token.value());
    assertEquals(
        "771a3956fb546ea144431ce6585f439f894295d7f400675151f5e4e1d2df718b",
        hex(links.hashOf(token)));
    assertEquals(
        token, new PersonLinks(MasterKey.parse(ROOT + "\n" + SECOND)).tokenOf(VERIFICATION));
  }

  @Test
  void commitment_isOfSaltMobileAndTheNameMadeEqual() {
    byte[] salt = bytes(0x40);
    assertEquals(
        "F-TkCD4hp0rjlhXEML5S3qnOltFtHXpIW8C9sCJkoeU",
        SubjectNames.commitment(salt, MOBILE, "  Ａsha \t KULKARNI "));
  }

  @Test
  void sealedValue_thatAnotherProgramMade_opens() {
    PersonSeals seals = new PersonSeals(MASTER);
    assertEquals(
        "Asha Kulkarni",
        seals.openName(HexFormat.of().parseHex(SEALED_WITH_ROOT), REFERENCE).written());
  }

  @Test
  void seal_putsFormatKeyIdAndNonceBeforeTheCiphertext() {
    Seal seal = MASTER.seal("kycvs/person/1");
    byte[] sealed = seal.seal("Asha Kulkarni", REFERENCE + "/name");
    assertEquals(SEALED_WITH_ROOT.substring(0, 10), hex(Arrays.copyOf(sealed, 5)));
    assertEquals(SEALED_WITH_ROOT.length() / 2, sealed.length);
    assertEquals(Map.of("063602cb", "2b176b99"), seal.keyIds());
  }

  @Test
  void twoLines_sealWithTheSecond_andOpenBoth() {
    MasterKey two = MasterKey.parse(ROOT + "\n" + SECOND + "\n");
    assertEquals(
        List.of(
            new KnownMasterKey("2b176b99", true, false, false),
            new KnownMasterKey("238c010f", false, true, false)),
        two.keys());
    PersonSeals seals = new PersonSeals(two);
    for (String sealed : List.of(SEALED_WITH_ROOT, SEALED_WITH_SECOND)) {
      assertEquals(
          "Asha Kulkarni", seals.openName(HexFormat.of().parseHex(sealed), REFERENCE).written());
    }
    assertTrue(
        hex(two.seal("kycvs/person/1").seal("Asha", "1/name"))
            .startsWith(SEALED_WITH_SECOND.substring(0, 10)));
    assertEquals(hex(new PersonSeals(MASTER).index(MOBILE)), hex(seals.index(MOBILE)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String base64(int first) {
    return Base64.getEncoder().encodeToString(bytes(first));
  }

  /** 32 bytes that go up by one. */
  private static byte[] bytes(int first) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }
}
