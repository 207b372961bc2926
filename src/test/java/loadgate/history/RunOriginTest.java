package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import loadgate.settings.KnownNames;
import loadgate.settings.Settings;
import org.junit.jupiter.api.Test;

/** Of simulations that bring their own load. */
class RunOriginTest {

  private static final String INJECTION = "Visitors: RampUsers(60,10s); ";
  private static final RunOrigin ORIGIN = origin(List.of("http://shop:8000"), INJECTION);

  @Test
  void shouldNameTheHostsThatTheSimulationSendsTo() {
    assertThat(ORIGIN.target()).isEqualTo("http://shop:8000");
    assertThat(origin(List.of("http://b", "http://ann:secret@a"), INJECTION).target())
        .isEqualTo("http://a, http://b");
  }

  @Test
  void shouldSayThatTheTargetIsTheSimulationsOwnWhenItIsNotKnown() {
    assertThat(origin(List.of(), INJECTION).target()).isEqualTo("as the simulation says");
  }

  @Test
  void shouldTellLoadsApart() {
    RunOrigin other = origin(List.of("http://shop:8000"), "Visitors: RampUsers(10,10s); ");

    assertThat(other.settingsHash()).isNotEqualTo(ORIGIN.settingsHash());
    assertThat(origin(List.of("http://shop:8000"), INJECTION).settingsHash())
        .isEqualTo(ORIGIN.settingsHash());
  }

  @Test
  void shouldMakeRunsAgainstAnotherHostOrWithAnotherLoadIncomparable() {
    Comparability own = Comparability.of(ORIGIN, "Visit");

    assertThat(Comparability.of(origin(List.of("http://shop:8000"), INJECTION), "Visit"))
        .isEqualTo(own);
    assertThat(Comparability.of(origin(List.of("http://staging"), INJECTION), "Visit"))
        .isNotEqualTo(own);
    assertThat(Comparability.of(origin(List.of("http://shop:8000"), "Visitors: 10"), "Visit"))
        .isNotEqualTo(own);
  }

  private static RunOrigin origin(List<String> baseUrls, String injection) {
    Settings settings =
        Settings.loadPlain(
            ConfigFactory.parseString("gatling.http.requestTimeout = 10000"),
            Map.of(),
            new Properties(),
            new KnownNames(Set.of(), Set.of()),
            "Visit");
    return RunOrigin.ofOwnLoad(settings, baseUrls, injection);
  }
}
