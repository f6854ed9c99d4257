package org.kycvs.otp.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.id.VerificationId;

/**
 * The code of one verification. It waits; the first right code makes it redeemed, the last wrong
 * one locked, and the end of the verification ended. A code can be sent again while it waits: the
 * same one while it lives, else a new one; the tries are those of the verification, not of a code.
 */
@Entity
@Table(name = "otp_challenge")
public class OtpChallenge {
  /** Where it stands. */
  public enum State {
    /** A right code would redeem it. */
    WAITING,
    /** The right code was given; the same one is still recognised while the verification lives. */
    REDEEMED,
    /** No code is compared any more. */
    LOCKED,
    /** The verification ended otherwise. */
    ENDED
  }

  @Id
  @Column(name = "verification_id")
  private String verificationId;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "code_hash")
  private byte @Nullable [] codeHash;

  @Column(name = "sealed_code")
  private byte @Nullable [] sealedCode;

  @Column(name = "code_expires_at")
  private Instant codeExpiresAt;

  @Column(name = "tries_left")
  private int triesLeft;

  @Column(name = "sends_left")
  private int sendsLeft;

  @Column(name = "resend_after")
  private Instant resendAfter;

  /** For the persistence provider. */
  protected OtpChallenge() {}

  /** A challenge that waits for its first code; {@link #carry} gives it one. */
  public static OtpChallenge of(VerificationId verification, int tries, int sends) {
    OtpChallenge challenge = new OtpChallenge();
    challenge.verificationId = verification.value();
    challenge.state = State.WAITING;
    challenge.triesLeft = tries;
    challenge.sendsLeft = sends;
    return challenge;
  }

  /** Takes a new code: its hash to compare, itself sealed to send, and when it expires. */
  public void carry(byte[] hash, byte[] sealed, Instant expiresAt) {
    codeHash = hash.clone();
    sealedCode = sealed.clone();
    codeExpiresAt = expiresAt;
  }

  /** While it waits, takes a hash that no code has in place of the code, which nobody was sent. */
  public void disarm(byte[] hashOfNoCode) {
    if (state == State.WAITING) {
      codeHash = hashOfNoCode.clone();
      sealedCode = null;
    }
  }

  /** Whether it waits for a code that nobody can know. */
  public boolean isDisarmed() {
    return state == State.WAITING && sealedCode == null;
  }

  /** Counts a message with the code; the next may be asked for from the given time on. */
  public void countSend(Instant nextAfter) {
    sendsLeft--;
    resendAfter = nextAfter;
  }

  /** The verification that it belongs to. */
  public VerificationId verification() {
    return new VerificationId(verificationId);
  }

  /** Whether a right code would redeem it. */
  public boolean isWaiting() {
    return state == State.WAITING;
  }

  /** Whether the code's time is over: from the instant of its expiry on. */
  public boolean isCodeExpiredAt(Instant now) {
    return !now.isBefore(codeExpiresAt);
  }

  /** What a code is compared by, while one may still be right. */
  public byte @Nullable [] codeHash() {
    return codeHash == null ? null : codeHash.clone();
  }

  /** The code, sealed, while it may still be sent. */
  public byte @Nullable [] sealedCode() {
    return sealedCode == null ? null : sealedCode.clone();
  }

  /** When the code expires. */
  public Instant codeExpiresAt() {
    return codeExpiresAt;
  }

  /** How many wrong codes are still taken. */
  public int triesLeft() {
    return triesLeft;
  }

  /** How many more messages with the code can be asked for. */
  public int sendsLeft() {
    return sendsLeft;
  }

  /** From when on the next message can be asked for. */
  public Instant resendAfter() {
    return resendAfter;
  }
}
