package org.kycvs.registry.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.kycvs.registry.entity.PersonName;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * How people are kept at rest: found by a keyed index of the mobile, with mobile and name sealed
 * and bound to the person's reference and column, so that no sealed value can be moved to another
 * person or to the other column.
 */
@Dependent
public class PersonSeals {
  private static final int DIGEST_LENGTH = 16;

  private final KeyedHash mobiles;
  private final KeyedHash contents;
  private final Seal people;

  /** With the keys that the master key has for the registry. */
  @Inject
  public PersonSeals(MasterKey key) {
    this.mobiles = key.keyedHash("kycvs/mobile/1");
    this.contents = key.keyedHash("kycvs/person-content/1");
    this.people = key.seal("kycvs/person/1");
  }

  /** What a mobile is found by: 32 bytes, the same for the same mobile. */
  public byte[] index(MobileNumber mobile) {
    return mobiles.of(mobile.e164());
  }

  /** The name, sealed for the person with this reference. */
  public byte[] seal(PersonName name, long reference) {
    return people.seal(name.written(), reference + "/name");
  }

  /** The mobile, sealed for the person with this reference. */
  public byte[] seal(MobileNumber mobile, long reference) {
    return people.seal(mobile.e164(), reference + "/mobile");
  }

  /**
   * The name that was sealed for the person with this reference.
   *
   * @throws IllegalStateException if it was sealed for another, with another key, or changed
   */
  public PersonName openName(byte[] sealed, long reference) {
    return new PersonName(people.openText(sealed, reference + "/name"));
  }

  /** The mobile that was sealed for the person with this reference; as for {@link #openName}. */
  public MobileNumber openMobile(byte[] sealed, long reference) {
    return MobileNumber.ofStored(people.openText(sealed, reference + "/mobile"));
  }

  /** Tells whether two files say the same of one person: 16 bytes. */
  public byte[] digest(long reference, PersonName name, MobileNumber mobile, int birthYear) {
    byte[] digest =
        contents.of(
            Long.toString(reference), name.written(), mobile.e164(), Integer.toString(birthYear));
    return Arrays.copyOf(digest, DIGEST_LENGTH);
  }
}
