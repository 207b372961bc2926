package loadgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> KNOWN = List.of("failure-rate", "baseUrl", "profile", "p95");

  @ParameterizedTest
  @CsvSource({
    "failure-rat, failure-rate",
    "failurerate, failure-rate",
    "baseURL, baseUrl",
    "Profile, profile",
    "porfile, profile",
    "p96, p95"
  })
  void shouldBeTheNameThatTakesTheFewestChanges(String written, String nearest) {
    assertThat(NearestName.of(written, KNOWN)).hasValue(nearest);
  }

  @Test
  void shouldBeNoneWhenNothingIsNear() {
    assertThat(NearestName.of("cache-hit-rate", KNOWN)).isEmpty();
    assertThat(NearestName.hint("cache-hit-rate", KNOWN)).isEmpty();
  }
}
