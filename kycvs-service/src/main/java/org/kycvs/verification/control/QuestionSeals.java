package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.verification.entity.SealedPerson;
import org.kycvs.verification.entity.Verification;

/** Seals the person whom a verification is about, and opens it while the verification waits. */
@Dependent
public class QuestionSeals {
  private final KeyedHash mobileIndex;
  private final Seal seal;

  /** With the master key from which both keys are derived. */
  @Inject
  public QuestionSeals(MasterKey masterKey) {
    this.mobileIndex = masterKey.keyedHash("kycvs/mobile/1");
    this.seal = masterKey.seal("kycvs/verification-person/1");
  }

  /** Seals mobile and name for one verification. */
  public SealedPerson seal(VerificationId verification, MobileNumber mobile, String name) {
    return new SealedPerson(
        mobileIndex.of(mobile.e164()),
        mobile.masked(),
        seal.seal(mobile.e164(), mobileOf(verification)),
        seal.seal(name, nameOf(verification)));
  }

  /** The mobile of a verification that waits, or whose person is yet to be told of the answer. */
  public MobileNumber mobile(Verification verification) {
    byte[] kept = verification.sealedMobile().orElseThrow(ended(verification));
    return MobileNumber.ofStored(seal.openText(kept, mobileOf(verification.id())));
  }

  /** The name, as the organisation submitted it, of a verification that waits. */
  public String name(Verification verification) {
    byte[] kept = verification.sealedName().orElseThrow(ended(verification));
    return seal.openText(kept, nameOf(verification.id()));
  }

  private static String mobileOf(VerificationId verification) {
    return verification.value() + "/mobile";
  }

  private static String nameOf(VerificationId verification) {
    return verification.value() + "/name";
  }

  private static Supplier<IllegalStateException> ended(Verification verification) {
    return () -> new IllegalStateException(verification.id() + " ended and knows nobody any more");
  }
}
