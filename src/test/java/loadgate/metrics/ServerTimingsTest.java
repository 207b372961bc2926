package loadgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTimingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          db;dur=12.3                        | 12.3
          cache;dur=0.2, db;dur=7            | 7
          DB ; dur = 5.25                    | 5.25
          db;desc="a, b; dur=99";dur=1.5     | 1.5
          db;dur=3;desc="slow"               | 3
          """)
  void shouldReadTheDurationOfAnEntry(String value, double millis) {
    assertThat(ServerTimings.millis("db", List.of(value))).contains(millis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"dbx;dur=1", "db", "db;desc=fast", "total;desc=\"db;dur=4\"", "db;dur=soon", "``"})
  void shouldFindNothingWhereNothingIsSaid(String value) {
    assertThat(ServerTimings.millis("db", List.of(value))).isEmpty();
  }

  @Test
  void shouldReadSeveralHeaderLines() {
    assertThat(ServerTimings.millis("db", List.of("cache;dur=1", "db;dur=2"))).contains(2.0);
    assertThat(ServerTimings.millis("db", List.of())).isEmpty();
  }
}
