package org.kycvs.verification.boundary;

import java.util.Optional;
import org.kycvs.consent.entity.Consent;
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.otp.entity.OtpChallenge;
import org.kycvs.verification.entity.Verification;
import org.kycvs.verification.entity.VerificationState;

/**
 * A verification as its organisation may see it.
 *
 * @param verification the verification
 * @param state where it stands at the moment of looking
 * @param code how its code stands, while one is waited for
 * @param sms how far the newest message with the code came
 * @param consent the person's consent, once it was given
 */
public record VerificationView(
    Verification verification,
    VerificationState state,
    Optional<OtpChallenge> code,
    SmsProgress sms,
    Optional<Consent> consent) {}
