package org.kycvs.registry.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.kycvs.registry.control.names.NameMatcher;
import org.kycvs.registry.entity.Person;
import org.kycvs.registry.entity.PersonId;
import org.kycvs.registry.entity.PersonQuery;
import org.kycvs.registry.entity.RegistryAnswer;
import org.kycvs.registry.entity.RegistryAnswer.Ambiguous;
import org.kycvs.registry.entity.RegistryAnswer.Found;
import org.kycvs.registry.entity.RegistryAnswer.NoMatch;
import org.kycvs.registry.entity.StatusRule;
import org.kycvs.shared.time.Calendar;

/** Finds the one person whom a question is about, and makes the status by the rule of the day. */
@Dependent
public class StatusLookUp {
  private final PersonStore people;
  private final StatusRules rules;
  private final Calendar calendar;

  /** With the people, the rules and the day. */
  @Inject
  public StatusLookUp(PersonStore people, StatusRules rules, Calendar calendar) {
    this.people = people;
    this.rules = rules;
    this.calendar = calendar;
  }

  /**
   * The status of the one person on the mobile whose name fits, and whose year of birth agrees if
   * one is given.
   *
   * @throws RegistryUnreachableException if the registry cannot be read
   */
  public RegistryAnswer answer(PersonQuery query) {
    Instant asOf = calendar.clock().instant();
    NameMatcher name = NameMatcher.of(query.name());
    Map<PersonId, Person> fitting = new HashMap<>();
    for (Person person : people.sharing(query.mobile())) {
      if (yearAgrees(query, person) && name.fits(person.name())) {
        fitting.put(person.id(), person);
      }
    }
    return switch (fitting.size()) {
      case 0 -> new NoMatch();
      case 1 -> found(fitting.values().iterator().next(), asOf);
      default -> new Ambiguous();
    };
  }

  private static boolean yearAgrees(PersonQuery query, Person person) {
    return query.yearOfBirth().isEmpty() || query.yearOfBirth().getAsInt() == person.birthYear();
  }

  private Found found(Person person, Instant asOf) {
    LocalDate today = LocalDate.ofInstant(asOf, calendar.zone());
    StatusRule rule = rules.inForceOn(today);
    return new Found(person.id(), rule.statusOf(person.doses(), today), rule.name(), asOf);
  }
}
