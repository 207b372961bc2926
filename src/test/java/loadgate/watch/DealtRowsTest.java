package loadgate.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.NoSuchElementException;
import loadgate.model.InjectorShare;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class DealtRowsTest {

  @Test
  void shouldTakeEveryThirdRowFromItsOwnOn() {
    assertThat(rows(0, "a", "b", "c", "d", "e")).containsExactly("a", "d");
    assertThat(rows(1, "a", "b", "c", "d", "e")).containsExactly("b", "e");
    assertThat(rows(2, "a", "b", "c", "d", "e")).containsExactly("c");
  }

  @Test
  void shouldBeEmptyWhenThereAreFewerRowsThanInjectors() {
    assertThat(rows(2, "a", "b")).isEmpty();
  }

  @Test
  void shouldFailLikeAnyIteratorAtTheEnd() {
    DealtRows<String> none = dealt(2, "a");

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(none::next);
  }

  private static List<String> rows(int injector, String... rows) {
    return CollectionConverters.asJava(dealt(injector, rows).toSeq());
  }

  private static DealtRows<String> dealt(int injector, String... rows) {
    return new DealtRows<>(
        CollectionConverters.asScala(List.of(rows).iterator()), new InjectorShare(injector, 3));
  }
}
