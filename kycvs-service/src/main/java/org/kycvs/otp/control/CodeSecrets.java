package org.kycvs.otp.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kycvs.otp.entity.CodeBinding;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.otp.entity.RevealsOneTimePassword;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.id.VerificationId;

/** How a code is kept: as a keyed hash to compare, and sealed to send. */
@Dependent
public class CodeSecrets {
  private static final int HASH_BYTES = 32;

  private final KeyedHash hash;
  private final Seal seal;

  /** With the master key from which both keys are derived. */
  @Inject
  public CodeSecrets(MasterKey masterKey) {
    this.hash = masterKey.keyedHash("kycvs/code/1");
    this.seal = masterKey.seal("kycvs/code-sealed/1");
  }

  /** What the code is compared by: it differs for another question, organisation or purpose. */
  public byte[] hash(CodeBinding binding, PresentedCode code) {
    return hash.of(
        binding.verification().value(),
        binding.organisation().value(),
        binding.purpose(),
        code.sha256Hex());
  }

  /** What no code has as its hash. */
  public byte[] hashOfNoCode() {
    return RandomText.bytes(HASH_BYTES);
  }

  /** The code, sealed for its verification. */
  @RevealsOneTimePassword(because = "It is sealed, to be sent later.")
  public byte[] seal(VerificationId verification, OneTimePassword code) {
    return seal.seal(code.revealDigits(), verification.value());
  }

  /** The code that was sealed for the verification. */
  public OneTimePassword open(VerificationId verification, byte[] sealed) {
    return OneTimePassword.parse(seal.openText(sealed, verification.value()))
        .orElseThrow(() -> new IllegalStateException("What was sealed is not a code"));
  }
}
