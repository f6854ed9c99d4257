package org.kycvs.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kycvs.consent.boundary.GrantedConsent;
import org.kycvs.registry.boundary.RegistryAnswer.Ambiguous;
import org.kycvs.registry.boundary.RegistryAnswer.Found;
import org.kycvs.registry.boundary.RegistryAnswer.NoMatch;
import org.kycvs.registry.control.NameMatcher;
import org.kycvs.registry.control.PersonStore;
import org.kycvs.registry.control.StatusRules;
import org.kycvs.registry.entity.Person;
import org.kycvs.registry.entity.StatusRule;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.time.Calendar;

/**
 * Answers one question about one person, to whoever holds that person's consent. Before consent the
 * registry is not read at all, so nothing about it can be learnt from an answer's form or time.
 */
@Stateless
public class VaccinationRegistry {
  @Inject private PersonStore people;
  @Inject private StatusRules rules;
  @Inject private Calendar calendar;

  /** For the container. */
  public VaccinationRegistry() {}

  VaccinationRegistry(PersonStore people, StatusRules rules, Calendar calendar) {
    this.people = people;
    this.rules = rules;
    this.calendar = calendar;
  }

  /**
   * The status of the one person on the mobile whose name agrees, and whose year of birth does if
   * one is given. With a test consent it answers about test people and never reads the registry.
   *
   * @param consent what the person said yes to; it decides between live and test
   * @throws jakarta.ejb.EJBException caused by a {@link java.sql.SQLException} if the registry
   *     cannot be read
   */
  public RegistryAnswer lookUp(GrantedConsent consent, PersonQuery query) {
    Instant asOf = calendar.clock().instant();
    if (consent.mode() == Mode.TEST) {
      return TestPeople.answer(query, asOf);
    }
    List<Person> fitting =
        people.sharing(query.mobile()).stream().filter(person -> fits(query, person)).toList();
    return switch (fitting.size()) {
      case 0 -> new NoMatch();
      case 1 -> found(fitting.get(0), asOf);
      default -> new Ambiguous();
    };
  }

  private static boolean fits(PersonQuery query, Person person) {
    boolean yearAgrees =
        query.yearOfBirth().isEmpty() || query.yearOfBirth().getAsInt() == person.birthYear();
    return yearAgrees && NameMatcher.agree(query.name(), person.name());
  }

  private Found found(Person person, Instant asOf) {
    LocalDate today = LocalDate.ofInstant(asOf, calendar.zone());
    StatusRule rule = rules.inForceOn(today);
    return new Found(person.id(), rule.statusOf(person.doses(), today), rule.name(), asOf);
  }
}
