package simulations.users.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import loadgate.UserType;
import loadgate.model.SettingsException;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Options;
import loadgate.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineRunUserTest {

  private static final String OPTIONS = "loadgate.user-types.pipeline-run.";

  private static Options with(String option, String value) {
    Properties properties = new Properties();
    properties.put(OPTIONS + option, value);
    return Settings.load(
            ConfigFactory.parseResources("gatling.conf"),
            Map.of(),
            properties,
            UserTypeCatalog.names(UserType.class),
            "PipelineSimulation")
        .userTypes()
        .get("pipeline-run")
        .options();
  }

  @ParameterizedTest
  @CsvSource({"stocks, 99", "stocks, 6001", "limit-seconds, 0", "stages, 5"})
  void shouldRefuseAnOptionThatCannotBe(String option, String value) {
    assertThatThrownBy(() -> new PipelineRunUser().configured(with(option, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("-D" + OPTIONS + option);
  }

  @Test
  void shouldWaitAsLongAsTheLimitSays() {
    PipelineRunUser user =
        (PipelineRunUser) new PipelineRunUser().configured(with("limit-seconds", "7"));

    assertThat(user.longestIteration()).isEqualTo(Duration.ofSeconds(7));
  }
}
