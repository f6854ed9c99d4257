package org.kycvs.otp.boundary;

/** How a code reaches the person who is to type it. */
public enum CodeDelivery {
  /** By SMS. */
  SENT,
  /** It is the code of test mode, known to everybody; nothing is sent. */
  KNOWN,
  /** Not at all: nothing is sent, and no code is right. */
  NEVER
}
