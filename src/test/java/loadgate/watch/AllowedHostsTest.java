package loadgate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  private final AllowedHosts hosts = new AllowedHosts(List.of("localhost", "Shop.Example", "::1"));

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "shop.example", "[::1]", "::1"})
  void shouldAllowThoseThatAreNamedInWhicheverCase(String host) {
    assertThat(hosts.refusal(host)).isEmpty();
  }

  @Test
  void shouldTakeTheUnspecifiedAddressForTheLoopbackOne() {
    assertThat(new AllowedHosts(List.of("127.0.0.1")).refusal("0.0.0.0")).isEmpty();
    assertThat(hosts.refusal("0.0.0.0")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"www.shop.example", "shop.example.org", "127.0.0.1"})
  void shouldRefuseAllOthers(String host) {
    assertThat(hosts.refusal(host).orElseThrow())
        .isEqualTo(
            "host %s is not in loadgate.target.allowed-hosts (::1, localhost, shop.example), so no load goes there"
                .formatted(host));
  }
}
