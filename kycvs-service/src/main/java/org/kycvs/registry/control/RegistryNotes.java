package org.kycvs.registry.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.Seal;

/**
 * What people write about records: reasons of operators, accounts of those who dispute. They may
 * name somebody, so they are sealed, each bound to the id of what it belongs to.
 */
@Dependent
public class RegistryNotes {
  private final Seal notes;

  /** With the key that the master key has for notes. */
  @Inject
  public RegistryNotes(MasterKey key) {
    this.notes = key.seal("kycvs/registry-note/1");
  }

  /** The note, sealed for what has this id. */
  public byte[] seal(String note, String id) {
    return notes.seal(note, id);
  }

  /**
   * The note that was sealed for what has this id.
   *
   * @throws IllegalStateException if it was sealed for another, with another key, or changed
   */
  public String open(byte[] sealed, String id) {
    return notes.openText(sealed, id);
  }
}
