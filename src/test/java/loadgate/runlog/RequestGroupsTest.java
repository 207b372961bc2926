package loadgate.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestGroupsTest {

  private final RecordedLog added = new RecordedLog();
  private final RequestGroups groups = groups("Pay");

  private RequestGroups groups(String name) {
    return new RequestGroups(added, List.of(named(Optional.empty(), name)));
  }

  private static NamedRequests named(Optional<String> outermost, String name) {
    return new NamedRequests(outermost, name, GroupPath.of(outermost.orElse("Requests"), name));
  }

  @Test
  void shouldAddAnExecutionForEachRequestOfTheNameInWhicheverGroup() throws IOException {
    groups.request(GroupPath.NONE, "Pay", 10, 17, true, "");
    groups.request(GroupPath.of("Shop", "Checkout"), "Pay", 20, 29, false, "refused");

    assertThat(added.events())
        .containsExactly(
            new RecordedLog.Group(GroupPath.of("Requests", "Pay"), 10, 17, 7, true),
            new RecordedLog.Group(GroupPath.of("Requests", "Pay"), 20, 29, 9, false));
  }

  @Test
  void shouldAddNothingForOtherRequests() throws IOException {
    groups.request(GroupPath.of("Pay"), "Look", 10, 17, true, "");
    groups.group(GroupPath.of("Pay"), 10, 17, 7, true);

    assertThat(added.events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Item *,   Item 17,       true",
    "Item *,   'Item ',       true",
    "Item *,   Item,          false",
    "Item *,   Big Item 17,   false",
    "*Item *,  Big Item 17,   true",
    "*,        Item 17,       true",
    "It*17,    Item 17,       true",
    "It*17,    Item 171,      false",
    "Item.+,   Item 17,       false",
    "Item \\*, Item *,      true",
    "Item \\*, Item 17,     false",
    "I*m \\*, Item *,       true"
  })
  void shouldTakeAStarForAnyTextUnlessItIsEscaped(String name, String request, boolean matches)
      throws IOException {
    groups(name).request(GroupPath.NONE, request, 10, 17, true, "");

    assertThat(added.events()).hasSize(matches ? 1 : 0);
  }

  /** Whoever limits one of many by itself does not take it from the many. */
  @Test
  void shouldAddARequestToEveryGroupThatItIsIn() throws IOException {
    RequestGroups several =
        new RequestGroups(
            added, List.of(named(Optional.empty(), "Item *"), named(Optional.empty(), "Item 17")));
    several.request(GroupPath.NONE, "Item 17", 10, 17, true, "");
    several.request(GroupPath.NONE, "Item 18", 20, 29, true, "");

    assertThat(added.events())
        .containsExactly(
            new RecordedLog.Group(GroupPath.of("Requests", "Item *"), 10, 17, 7, true),
            new RecordedLog.Group(GroupPath.of("Requests", "Item 17"), 10, 17, 7, true),
            new RecordedLog.Group(GroupPath.of("Requests", "Item *"), 20, 29, 9, true));
  }

  @Test
  void shouldTakeThoseOfOneOutermostGroupAlone() throws IOException {
    RequestGroups ofShop = new RequestGroups(added, List.of(named(Optional.of("Shop"), "Item *")));
    ofShop.request(GroupPath.of("Shop", "Checkout"), "Item 1", 10, 17, true, "");
    ofShop.request(GroupPath.of("Office", "Shop"), "Item 2", 10, 17, true, "");
    ofShop.request(GroupPath.NONE, "Item 3", 10, 17, true, "");

    assertThat(added.events())
        .containsExactly(new RecordedLog.Group(GroupPath.of("Shop", "Item *"), 10, 17, 7, true));
  }
}
