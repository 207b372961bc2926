package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import loadgate.model.InjectorShare;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectorSettingsTest {

  @TempDir private Path folder;

  @Test
  void shouldBeTheOnlyOneWhenNothingIsSaid() {
    InjectorSettings settings = injector("", "");

    assertThat(settings.share()).isEqualTo(new InjectorShare(0, 1));
    assertThat(settings.startAt()).isEmpty();
    assertThat(settings.barrier()).isEmpty();
    assertThat(settings.barrierTimeout()).isEqualTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          injector=2/8 | ''                                                                  | 2/8
          injector=0/1 | ''                                                                  | 0/1
          injector=2/8 | JOB_COMPLETION_INDEX=1 LOADGATE_INJECTORS=3                         | 2/8
          injector=0/1 | JOB_COMPLETION_INDEX=1                                              | 0/1
          ''           | JOB_COMPLETION_INDEX=1 LOADGATE_INJECTORS=3                         | 1/3
          ''           | SLURM_PROCID=7 SLURM_NTASKS=8                                       | 7/8
          ''           | SLURM_PROCID=0 SLURM_NTASKS=1                                       | 0/1
          ''           | SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=4                      | 3/4
          ''           | SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=4 SLURM_PROCID=0       | 3/4
          ''           | SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_COUNT=4 SLURM_PROCID=0 SLURM_NTASKS=1 | 3/4
          ''           | JOB_COMPLETION_INDEX=1 LOADGATE_INJECTORS=3 SLURM_PROCID=1 SLURM_NTASKS=3    | 1/3
          ''           | SLURM_NTASKS=3                                                      | 0/1
          ''           | SLURM_PROCID=0                                                      | 0/1
          """)
  void shouldKnowWhichOneItIs(String properties, String environment, String share) {
    assertThat(injector(environment, properties).share()).hasToString(share);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          injector=8/8     | '' | -Dinjector: there is no injector 8 of 8; allowed are 0/8 to 7/8
          injector=0/0     | '' | -Dinjector: there is no injector 0 of 0; allowed is a count from 1 on
          injector=3       | '' | -Dinjector: "3" is not allowed; allowed is index/count, counted from 0, such as 2/8
          injector=-1/8    | '' | -Dinjector: "-1/8" is not allowed; allowed is index/count, counted from 0, such as 2/8
          startAt=noon     | '' | -DstartAt: "noon" is not allowed; allowed are seconds since 1970
          startAt=5 barrier=b | '' | -DstartAt: contradicts -Dbarrier; allowed is one of them
          '' | JOB_COMPLETION_INDEX=1 | JOB_COMPLETION_INDEX: is set without LOADGATE_INJECTORS; allowed are both, or -Dinjector=0/1 for a run of one injector
          '' | LOADGATE_INJECTORS=2 | LOADGATE_INJECTORS: is set without JOB_COMPLETION_INDEX; allowed are both, or -Dinjector=0/1 for a run of one injector
          '' | SLURM_PROCID=1 | SLURM_PROCID: is set without SLURM_NTASKS; allowed are both, or -Dinjector=0/1 for a run of one injector
          '' | SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=x | SLURM_ARRAY_TASK_ID, SLURM_ARRAY_TASK_COUNT: "1" and "x" are no index and count; allowed are whole numbers
          '' | SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_COUNT=4 | SLURM_ARRAY_TASK_ID, SLURM_ARRAY_TASK_COUNT: there is no injector 4 of 4; allowed are 0/4 to 3/4
          '' | JOB_COMPLETION_INDEX=1 LOADGATE_INJECTORS=3 SLURM_PROCID=0 SLURM_NTASKS=2 | environment: schedulers contradict each other, injector 1/3 and 0/2; allowed is one answer, which -Dinjector gives
          """)
  void shouldRefuseWhatContradictsItself(String properties, String environment, String line) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> injector(environment, properties))
        .withMessage(line);
  }

  @Test
  void shouldReadTheCommonStart() {
    assertThat(injector("", "startAt=1795305135").startAt())
        .contains(Instant.ofEpochSecond(1_795_305_135L));
    assertThat(injector("", "barrier=/shared/run-7").barrier()).contains("/shared/run-7");
    assertThat(injector("", "barrierTimeout=90s").barrierTimeout())
        .isEqualTo(Duration.ofSeconds(90));
  }

  /** Each injector would start a reference backend of its own. */
  @Test
  void shouldNeedATargetWhenThereAreSeveral() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> SettingsFile.valid().load(folder, Map.of(), Map.of("injector", "1/2")))
        .withMessage(
            "-DbaseUrl: is not given, but injector 1/2 needs the target of all injectors; allowed"
                + " is http(s)://host[:port][/path]");
  }

  @Test
  void shouldRefuseToDivideAPlainSimulation() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> plain("JOB_COMPLETION_INDEX=1 LOADGATE_INJECTORS=3", ""))
        .withMessage(
            "LOADGATE_INJECTORS: only the load of user types can be divided among injectors, and"
                + " this simulation brings its own; leave it out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          injector=1/2         | ''
          startAt=5 barrier=b  | ''
          ''                   | SLURM_PROCID=7 SLURM_NTASKS=8
          ''                   | JOB_COMPLETION_INDEX=1
          ''                   | JOB_COMPLETION_INDEX=0 LOADGATE_INJECTORS=1
          """)
  void shouldLetAPlainSimulationBeARunOfOne(String properties, String environment) {
    assertThat(plain(environment, properties).injector().share()).hasToString("0/1");
  }

  private Settings plain(String environment, String properties) {
    return SettingsFile.valid().loadPlain(folder, pairs(environment), pairs(properties));
  }

  private InjectorSettings injector(String environment, String properties) {
    Map<String, String> system = pairs(properties);
    system.put("baseUrl", "http://localhost:8000");
    return SettingsFile.valid().load(folder, pairs(environment), system).injector();
  }

  private static Map<String, String> pairs(String text) {
    return Arrays.stream(text.split(" "))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, HashMap::new));
  }
}
