package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.history.Machine;
import loadgate.history.RunOrigin;
import loadgate.model.Direction;
import loadgate.model.ExportFormat;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.StageWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InjectorRecordTest {

  @TempDir private Path folder;

  @Test
  void shouldBeReadAsItWasWritten() throws Exception {
    InjectorRecord written = record(OptionalLong.of(-12));

    written.writeTo(folder);

    assertThat(InjectorRecord.read(folder)).contains(written);
  }

  @Test
  void shouldNotKnowAClockThatNobodyMeasured() throws Exception {
    record(OptionalLong.empty()).writeTo(folder);

    assertThat(json().required("clockOffsetMillis").isNull()).isTrue();
    assertThat(InjectorRecord.read(folder).orElseThrow().clockOffsetMillis()).isEmpty();
  }

  @Test
  void shouldTellWhatOtherToolsAskFor() throws Exception {
    record(OptionalLong.of(-12)).writeTo(folder);

    assertThat(json().required("injector").asInt()).isEqualTo(2);
    assertThat(json().required("injectors").asInt()).isEqualTo(8);
    assertThat(json().required("startedAt").asLong()).isEqualTo(1_767_225_600_123L);
    assertThat(json().required("clockOffsetMillis").asLong()).isEqualTo(-12);
    assertThat(json().required("complete").asBoolean()).isTrue();
    assertThat(json().required("run").required("simulation").asText()).isEqualTo("shop.Sale");
    assertThat(json().at("/run/origin/settingsHash").asText()).isEqualTo("7d86");
    assertThat(json().at("/run/stages/0/end").asText()).isEqualTo("PT20S");
    assertThat(json().at("/run/gates/gates/0/fail/value").asDouble()).isEqualTo(100);
  }

  @Test
  void shouldBeMissingInAFolderOfAnInjectorThatBrokeOff() throws Exception {
    assertThat(InjectorRecord.read(folder)).isEmpty();
  }

  @Test
  void shouldSayWhatIsWrongWithADamagedFile() throws Exception {
    Files.writeString(folder.resolve("injector.json"), "{\"injector\": 0, \"injectors\": 1}");

    assertThatThrownBy(() -> InjectorRecord.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("injector.json: ")
        .hasMessageContaining("property 'loadgateVersion'");
  }

  @Test
  void shouldRefuseAnInjectorThatIsNotOneOfThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new InjectorRecord(
                    8, 8, "1.0.0", Instant.EPOCH, OptionalLong.empty(), false, true, run()))
        .withMessage("injector is 8, not within 0 and 7");
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("injector.json").toFile());
  }

  private static InjectorRecord record(OptionalLong clockOffsetMillis) {
    return new InjectorRecord(
        2,
        8,
        "1.0.0",
        Instant.parse("2026-01-01T00:00:00.123Z"),
        clockOffsetMillis,
        false,
        true,
        run());
  }

  private static InjectorRecord.WholeRun run() {
    return new InjectorRecord.WholeRun(
        "shop.Sale",
        new RunOrigin(
            "heavy",
            "http://localhost:8000",
            "7d86",
            Optional.of("44628e8d"),
            new Machine(2, 25_276_514_304L, "Linux 6.1.0 amd64", "17.0.15")),
        List.of(
            new StageWindow(10, Duration.ZERO, Duration.ofMillis(2_500), Duration.ofSeconds(20))),
        Set.of(ExportFormat.LOCUST),
        Map.of("target", "http://localhost:8000"),
        new Gates(
            List.of(new Gate(p95(), List.of("Shop"))),
            List.of(),
            List.of(new Gate(usualP95(), List.of("Shop"))),
            true,
            "the last 5 runs"));
  }

  private static GateLimits p95() {
    return new GateLimits(
        Optional.of("shop"),
        Optional.empty(),
        Measure.of("p95"),
        Optional.of(new Limit(Direction.BELOW, true, 100)),
        Optional.of(new Limit(Direction.BELOW, false, 80)),
        20,
        "gatling.conf:12");
  }

  private static GateLimits usualP95() {
    return new GateLimits(
        Optional.of("shop"),
        Optional.empty(),
        Measure.of("p95").againstEarlierRuns(),
        Optional.empty(),
        Optional.of(new Limit(Direction.BELOW, false, 90)),
        1,
        OptionalDouble.of(75.5),
        Optional.of("too noisy"),
        "the history");
  }
}
