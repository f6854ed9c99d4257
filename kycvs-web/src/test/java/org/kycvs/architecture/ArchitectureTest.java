package org.kycvs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import org.jspecify.annotations.NullMarked;
import org.kycvs.shared.actor.PersonActor;
import org.kycvs.signing.entity.PreparesStatements;

/** The rules that the folders promise: who may know whom, and where which thing may live. */
@AnalyzeClasses(packages = "org.kycvs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String SHARED = "shared";
  private static final String WEB = "webshared";

  /** What verifiers use too: the checks of statements. It knows nothing of the server. */
  private static final String CLIENT = "client";

  /** The feature table of the documentation, row by row. */
  private static AllowedModuleDependencies featureTable() {
    return allow()
        .fromModule("audit")
        .toModules(SHARED)
        .fromModule("organisation")
        .toModules("audit", SHARED, WEB)
        .fromModule("apikey")
        .toModules("organisation", "audit", SHARED, WEB)
        .fromModule("notification")
        .toModules("audit", SHARED, WEB)
        .fromModule("otp")
        .toModules("notification", "audit", SHARED)
        .fromModule("consent")
        .toModules("otp", "organisation", "audit", SHARED, WEB)
        .fromModule("registry")
        .toModules("consent", "audit", SHARED, WEB)
        .fromModule("sealing")
        .toModules("audit", SHARED)
        .fromModule("signing")
        .toModules("audit", SHARED, WEB)
        .fromModule("verification")
        .toModules(
            "registry",
            "signing",
            "consent",
            "otp",
            "notification",
            "apikey",
            "organisation",
            "audit",
            CLIENT,
            SHARED,
            WEB)
        .fromModule("webhook")
        .toModules("apikey", "organisation", "audit", "signing", SHARED, WEB)
        .fromModule(WEB)
        .toModules(SHARED)
        .fromModule("application")
        .toModules("verification", "webhook", "signing", "notification", "apikey", SHARED, WEB);
  }

  @ArchTest
  static final ArchRule FEATURES_USE_ONLY_THEIR_DECLARED_NEIGHBOURS =
      modules()
          .definedByPackages("org.kycvs.(*)..")
          .should()
          .respectTheirAllowedDependencies(
              featureTable(), consideringOnlyDependenciesInAnyPackage("org.kycvs.."));

  @ArchTest
  static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
      modules().definedByPackages("org.kycvs.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule CONTROLS_ARE_KNOWN_TO_THEIR_OWN_FEATURE_ONLY =
      classes().that().resideInAPackage("org.kycvs.*.control..").should(beKnownWithinTheFeature());

  @ArchTest
  static final ArchRule ENTITIES_KNOW_NO_OUTER_LAYER =
      noClasses()
          .that()
          .resideInAPackage("..entity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..boundary..",
              "..control..",
              "..rest..",
              "jakarta.ejb..",
              "jakarta.ws.rs..",
              "jakarta.faces..");

  @ArchTest
  static final ArchRule RESOURCES_CALL_BOUNDARIES_ONLY =
      noClasses()
          .that()
          .resideInAnyPackage("..rest..", "org.kycvs.webshared..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..control..", "jakarta.persistence..");

  @ArchTest
  static final ArchRule STATELESS_BEANS_LIVE_IN_BOUNDARIES =
      classes().that().areAnnotatedWith(Stateless.class).should().resideInAPackage("..boundary..");

  @ArchTest
  static final ArchRule THE_DATABASE_IS_REACHED_FROM_CONTROLS_ONLY =
      fields()
          .that()
          .haveRawType(EntityManager.class)
          .should()
          .beDeclaredInClassesThat()
          .resideInAPackage("..control..");

  @ArchTest
  static final ArchRule PRIVATE_KEYS_STAY_IN_SIGNING =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.kycvs.signing.control..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PrivateKey.class);

  @ArchTest
  static final ArchRule ONLY_THE_JOURNEY_PREPARES_STATEMENTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.kycvs.verification..", "org.kycvs.signing.entity..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PreparesStatements.class);

  /** There is no such feature yet; until there is, nobody acts as a person but tests. */
  @ArchTest
  static final ArchRule ONLY_THEIR_OWN_SIGN_IN_MAKES_PEOPLE_ACT =
      classes()
          .that()
          .implement(PersonActor.class)
          .should()
          .resideInAPackage("org.kycvs.person..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Date.class);

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().should(liveInANullMarkedPackage());

  private static ArchCondition<JavaClass> beKnownWithinTheFeature() {
    return new ArchCondition<>("be known within their feature only") {
      @Override
      public void check(JavaClass control, ConditionEvents events) {
        String feature = feature(control);
        control.getDirectDependenciesToSelf().stream()
            .filter(dependency -> !feature(dependency.getOriginClass()).equals(feature))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  private static String feature(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    return parts.length > 2 ? parts[2] : "";
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package annotated @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
      }
    };
  }
}
