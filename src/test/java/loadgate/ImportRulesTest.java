package loadgate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports run one way. A test stands under the rules of the package that it tests. */
class ImportRulesTest {

  private static final JavaClasses ALL =
      importer().importPackages("loadgate", "simulations", "backend");

  private static final JavaClasses ALL_WITH_PROOFS =
      importer().importPackages("loadgate", "simulations", "backend", "proof");

  private static final DescribedPredicate<JavaClass> GATLINGS_INTERNALS =
      resideInAPackage("io.gatling..").and(not(resideInAPackage("io.gatling.javaapi..")));

  /** Tests of a room start the whole backend. */
  private static final DescribedPredicate<HasName> TESTS = nameMatching(".*(Test|IT)(\\$.*)?");

  /** Those that proofs of the toolkit run, and the one of two targets. */
  private static final String PROOFS_RUN_THEM = "simulations\\.(AuthFlow|Health|Mixed)Simulation";

  private static final String PROOFS_OF_THE_MIX = "proof\\.(HealthyRunIT|InjectorsIT|SlurmIT)";

  /** Our verdicts are compared with those of Gatling's own reader and validator. */
  private static final String ONE_VERDICT =
      "loadgate\\.run\\.(OneVerdictTest|GatlingReader|CompletedLogTest)";

  /** Only Gatling can read the assertions of a log; the tests compare with Gatling's validator. */
  private static final String ASSERTIONS_OF_LOGS =
      "loadgate\\.gates\\.(AssertionOutcome|GateTest|GatesFromAssertions|LogCompletion|GatesTest|GatesFromAssertionsTest|GatlingStatistics|GatlingAgreementTest)|"
          + ONE_VERDICT;

  /** Gatling's own steps cannot say when each user starts. */
  private static final String DEALT_STEPS = "loadgate\\.load\\.DealtSteps(Test)?";

  /** Packages that do not exist yet are bound as well, from their first class on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          backend            | ''
          simulations        | loadgate
          loadgate           | ''
          loadgate.model     | ''
          loadgate.runlog    | ''
          loadgate.settings  | loadgate.model
          loadgate.target    | loadgate.settings
          loadgate.load      | loadgate.model
          loadgate.metrics   | loadgate.model
          loadgate.watch     | loadgate.model loadgate.metrics
          loadgate.monitor   | ''
          loadgate.stats     | loadgate.model loadgate.runlog
          loadgate.gates     | loadgate.model loadgate.runlog loadgate.stats
          loadgate.report    | loadgate.model loadgate.runlog loadgate.stats loadgate.gates
          loadgate.history   | loadgate.model loadgate.settings loadgate.runlog loadgate.stats loadgate.gates loadgate.report
          """)
  void shouldImportNothingElseOfOurs(String importing, String imported) {
    String[] allowed =
        Stream.concat(Stream.of(importing), Arrays.stream(imported.split(" ")))
            .filter(name -> !name.isEmpty())
            .map(name -> name + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(importing + "..")
        .should()
        .dependOnClassesThat(ourOwnBut(allowed))
        .allowEmptyShould(true)
        .check(ALL);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void shouldKeepTheRoomsOfATargetApart(String target) {
    String users = "simulations.users." + target;
    String backend = "backend." + target;

    noClasses()
        .that()
        .resideInAPackage(users + "..")
        .should()
        .dependOnClassesThat(ourOwnBut("loadgate..", users + ".."))
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage(backend + "..")
        .and(not(TESTS))
        .should()
        .dependOnClassesThat(ourOwnBut("backend.kit..", backend + ".."))
        .check(ALL);
    noClasses()
        .that(areSimulationsOf(target))
        .should()
        .dependOnClassesThat(ourOwnBut("loadgate", users + "..", "simulations"))
        .check(ALL);
  }

  /** So that it can be removed. */
  @ParameterizedTest
  @MethodSource("targets")
  void shouldNeedATargetNowhereOutsideOfItsRooms(String target) {
    String[] rooms =
        Stream.of("simulations.users.", "backend.", "proof.")
            .map(place -> place + target + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .and()
        .resideOutsideOfPackage("simulations")
        .and()
        .haveNameNotMatching(PROOFS_OF_THE_MIX)
        .should()
        .dependOnClassesThat(resideInAnyPackage(rooms).or(areSimulationsOf(target)))
        .check(ALL_WITH_PROOFS);
  }

  static List<String> targets() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/targets"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".conf", ""))
          .sorted()
          .toList();
    }
  }

  private static DescribedPredicate<JavaClass> areSimulationsOf(String target) {
    DescribedPredicate<JavaClass> users = resideInAPackage("simulations.users." + target + "..");
    return resideInAPackage("simulations")
        .and(not(nameMatching(PROOFS_RUN_THEM)))
        .and(
            describe(
                "use the target " + target,
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> users.test(dependency.getTargetClass()))));
  }

  @Test
  void shouldKeepTheKitOfTheBackendToItself() {
    noClasses()
        .that()
        .resideInAPackage("backend.kit..")
        .and(not(TESTS))
        .should()
        .dependOnClassesThat(ourOwnBut("backend.kit.."))
        .check(ALL);
  }

  private static DescribedPredicate<JavaClass> ourOwnBut(String... allowed) {
    return resideInAnyPackage("loadgate..", "simulations..", "backend..")
        .and(not(resideInAnyPackage(allowed)));
  }

  @Test
  void shouldImportTheSimulationsBaseAndTheCommandsNowhereInsideTheToolkit() {
    noClasses()
        .that()
        .resideInAPackage("loadgate.*..")
        .and()
        .resideOutsideOfPackage("loadgate.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("loadgate", "loadgate.cli..")
        .check(ALL);
  }

  @Test
  void shouldImportGatlingOnlyWhereLoadIsMadeOrAsserted() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "loadgate",
            "loadgate.model..",
            "loadgate.load..",
            "loadgate.gates..",
            "loadgate.metrics..",
            "loadgate.watch..",
            "simulations..")
        .and()
        .haveNameNotMatching(ONE_VERDICT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.gatling..")
        .check(ALL);
  }

  @Test
  void shouldImportGatlingsInternalsOnlyWhereTheyAreWatchedAndForItsOwnAssertions() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "loadgate", "loadgate.metrics..", "loadgate.watch..", "simulations..")
        .and()
        .haveNameNotMatching(ASSERTIONS_OF_LOGS + "|" + DEALT_STEPS)
        .should()
        .dependOnClassesThat(GATLINGS_INTERNALS)
        .check(ALL);
  }

  @Test
  void shouldImportOfGatlingsInternalsRequestAndResponseAloneWhereChecksAreMade() {
    // The signatures of sign and checkIf, of Gatling's own API, have them; the simulation is that
    // of Gatling's Scala API.
    noClasses()
        .that()
        .resideInAnyPackage("loadgate", "simulations..")
        .should()
        .dependOnClassesThat(
            GATLINGS_INTERNALS
                .and(not(name("io.gatling.http.client.Request")))
                .and(not(name("io.gatling.http.response.Response")))
                .and(not(name("io.gatling.core.scenario.Simulation"))))
        .check(ALL);
  }

  @Test
  void shouldModelWithTheJdkAndGatlingsAssertionsAlone() {
    noClasses()
        .that()
        .resideInAPackage("loadgate.model..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "io.gatling.javaapi.core..", "loadgate.model..")
        .check(
            importer()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("loadgate.model"));
  }

  @Test
  void shouldReadRunLogsWithTheJdkAlone() {
    noClasses()
        .that()
        .resideInAPackage("loadgate.runlog..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "loadgate.runlog..")
        .check(
            importer()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("loadgate.runlog"));
  }

  /** Package names are enough; without those of the libraries it is ten times as fast. */
  private static ClassFileImporter importer() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter();
  }
}
