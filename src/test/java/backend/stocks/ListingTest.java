package backend.stocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListingTest {

  private final List<String> symbols = Listing.all().stream().map(Listing::symbol).toList();

  @Test
  void shouldListSixThousandDifferentSymbols() {
    assertThat(symbols).hasSize(6_000).doesNotHaveDuplicates();
  }

  @Test
  void shouldBeginWithTheNamedOnes() {
    assertThat(symbols)
        .startsWith(
            "AAPL", "MSFT", "GOOGL", "AMZN", "TSLA", "NVDA", "AMD", "META", "JPM", "JNJ", "AAAA",
            "AAAB");
  }

  @Test
  void shouldCoverFiveSectors() {
    assertThat(Listing.all().stream().map(Listing::sector).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("Technology", "Healthcare", "Finance", "Energy", "Consumer");
  }
}
