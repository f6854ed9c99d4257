package org.kycvs.shared.actor;

/**
 * Somebody who has just shown, with a code that was sent to it, that a mobile is at hand. Several
 * people may share it, so what is done as this actor concerns the mobile, not one of them. Signing
 * in on the person's own page makes one.
 */
public interface PersonActor extends Actor {

  /** The keyed hash of the mobile, {@code kycvs/mobile/1}: 32 bytes. */
  byte[] mobileIndex();
}
