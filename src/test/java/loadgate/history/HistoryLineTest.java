package loadgate.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import loadgate.gates.Verdict;
import loadgate.model.Direction;
import loadgate.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryLineTest {

  private static final HistoryEntry RUN =
      SampleRun.health().with("healthsimulation-20261120081530250", SampleRun.p95(97));
  private static final String LINE =
      """
      {"version":1,"time":"2026-11-20T08:15:30.250Z",\
      "simulation":"simulations.HealthSimulation","profile":"light",\
      "target":"http://localhost:8000",\
      "settings":"7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730",\
      "commit":"44628e8d1f0aa1b2c3d4e5f60718293a4b5c6d7e",\
      "machine":{"cores":2,"memoryBytes":25276514304,"os":"Linux 6.1.0 amd64","java":"17.0.15"},\
      "verdict":"pass",\
      "gates":[{"title":"health p95","path":["Health"],"measure":"p95","unit":"milliseconds",\
      "upper":true,"fail":100.0,"actual":97.0,"samples":1200,"verdict":"pass"}],\
      "requests":{"count":1200,"failedPercent":0.25,"perSecond":20.0,"meanMillis":41.5,\
      "p50Millis":38,"p95Millis":97,"p99Millis":140,"maxMillis":312},\
      "userTypes":{"Health":{"count":1200,"failedPercent":0.25,"perSecond":20.0,\
      "meanMillis":41.5,"p50Millis":38,"p95Millis":97,"p99Millis":140,"maxMillis":312}},\
      "folder":"healthsimulation-20261120081530250"}\
      """;

  @Test
  void shouldWriteTheDocumentedLayout() {
    assertThat(new String(HistoryLine.of(RUN), UTF_8)).isEqualTo(LINE);
  }

  @Test
  void shouldReadWhatVersionOneWrote() throws DamagedLineException {
    assertThat(read(LINE)).isEqualTo(RUN);
  }

  @Test
  void shouldLeaveOutWhatThereIsNot() throws DamagedLineException {
    GateFigures unmeasured =
        new GateFigures(
            "health p95",
            List.of("Health"),
            "p95",
            Unit.MILLISECONDS,
            Direction.BELOW,
            OptionalDouble.empty(),
            OptionalDouble.of(80),
            OptionalDouble.empty(),
            0,
            Verdict.WARN);
    HistoryEntry run = SampleRun.health().with(unmeasured);
    String line = new String(HistoryLine.of(run), UTF_8);
    assertThat(line).doesNotContain("actual", "fail\"", "null").contains("\"warn\":80.0");
    assertThat(read(line)).isEqualTo(run);
  }

  @Test
  void shouldTolerateAFieldOfALaterVersion() throws DamagedLineException {
    String later =
        LINE.replace("{\"version\":1,", "{\"version\":2,\"planet\":{\"name\":\"Mars\"},");
    assertThat(read(later).version()).isEqualTo(2);
    assertThat(read(later).folder()).isEqualTo(RUN.folder());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "[]",
        "null",
        "{",
        "\"text\"",
        "{} {}",
        "{\"version\":1}",
        "{\"version\":null}"
      })
  void shouldRefuseWhatIsNoRun(String line) {
    assertThatThrownBy(() -> read(line)).isInstanceOf(DamagedLineException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":1 | \"version\":0 | version is 0, not 1 or higher",
        "\"profile\":\"light\", | '' | profile is missing",
        "\"cores\":2, | '' | machine.cores: Cannot map",
        "\"verdict\":\"pass\",\"gates\" | \"verdict\":\"grand\",\"gates\" | grand",
        "\"unit\":\"milliseconds\", | '' | a gate's unit is missing",
        "\"upper\":true, | '' | a gate's upper is missing",
        "\"upper\":true | \"upper\":\"low\" | low",
        "\"time\":\"2026-11-20T08:15:30.250Z\" | \"time\":\"yesterday\" | yesterday"
      })
  void shouldNameWhatIsWrong(String right, String wrong, String reason) {
    String line = LINE.replace(right, wrong);
    assertThat(line).isNotEqualTo(LINE);
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(DamagedLineException.class)
        .hasMessageContaining(reason)
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }

  private static HistoryEntry read(String line) throws DamagedLineException {
    return HistoryLine.read(line.getBytes(UTF_8));
  }
}
