package org.kycvs.organisation.entity;

import org.kycvs.shared.id.OrganisationId;

/** What became of an act on an organisation. */
public sealed interface OrganisationOutcome {

  /** It was done. */
  record Done(OrganisationId organisation) implements OrganisationOutcome {}

  /** Nothing was changed. */
  record Refused(OrganisationRefusal reason) implements OrganisationOutcome {}
}
