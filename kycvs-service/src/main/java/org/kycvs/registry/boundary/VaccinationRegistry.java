package org.kycvs.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.kycvs.consent.boundary.GrantedConsent;
import org.kycvs.registry.control.RegistryUnreachableException;
import org.kycvs.registry.control.StatusLookUp;
import org.kycvs.registry.entity.PersonQuery;
import org.kycvs.registry.entity.RegistryAnswer;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.time.Calendar;

/**
 * Answers one question about one person, to whoever holds that person's consent. Before consent the
 * registry is not read at all, so nothing about it can be learnt from an answer's form or time.
 */
@Stateless
public class VaccinationRegistry {
  @Inject private StatusLookUp lookUp;
  @Inject private Calendar calendar;

  /** For the container. */
  public VaccinationRegistry() {}

  VaccinationRegistry(StatusLookUp lookUp, Calendar calendar) {
    this.lookUp = lookUp;
    this.calendar = calendar;
  }

  /**
   * The status of the one person on the mobile whose name agrees, and whose year of birth does if
   * one is given. With a test consent it answers about test people and never reads the registry.
   *
   * @param consent what the person said yes to; it decides between live and test
   * @throws RegistryUnreachableException if the registry cannot be read
   */
  public RegistryAnswer lookUp(GrantedConsent consent, PersonQuery query) {
    return consent.mode() == Mode.TEST
        ? TestPeople.answer(query, calendar.clock().instant())
        : lookUp.answer(query);
  }
}
