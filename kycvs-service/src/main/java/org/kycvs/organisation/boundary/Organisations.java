package org.kycvs.organisation.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.organisation.control.OrganisationDirectory;
import org.kycvs.organisation.entity.Organisation;
import org.kycvs.organisation.entity.Purpose;
import org.kycvs.organisation.entity.PurposeText;
import org.kycvs.shared.id.OrganisationId;

/** Who may ask, and for what. Nothing is cached: what was suspended or narrowed is so at once. */
@Stateless
public class Organisations {
  @Inject private OrganisationDirectory directory;

  /** The organisation, which must exist: ids of organisations come from our own records. */
  public Organisation get(OrganisationId id) {
    return directory.get(id);
  }

  /** The purpose, if the organisation is approved for it. */
  public Optional<Purpose> approvedPurpose(OrganisationId organisation, String purpose) {
    return directory.approvedPurpose(organisation, purpose);
  }

  /** The codes of all purposes that an organisation is approved for, in order of the alphabet. */
  public List<String> approvedPurposes(OrganisationId organisation) {
    return directory.approvedPurposes(organisation);
  }

  /**
   * What a person reads of a purpose, approved or not, which must exist: for what was asked while
   * it was approved.
   *
   * @param language the person's; in English where there is no text in it
   * @param asOf texts that were added later are not used: so whoever asks again about the same
   *     question gets the same text
   */
  public PurposeText purposeText(String code, String language, Instant asOf) {
    return directory.purposeText(code, language, asOf);
  }
}
