package org.kycvs.verification.entity;

/**
 * The person whom a question is about, as a verification keeps them: found by index, shown masked,
 * the rest sealed.
 *
 * @param mobileIndex keyed hash of the mobile, 32 bytes
 * @param mobileMasked the mobile as it may be shown
 * @param sealedMobile the mobile, sealed, bound to the verification
 * @param sealedName the name, sealed, bound to the verification
 */
public record SealedPerson(
    byte[] mobileIndex, String mobileMasked, byte[] sealedMobile, byte[] sealedName) {}
