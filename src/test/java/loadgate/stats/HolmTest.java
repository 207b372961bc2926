package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

  /** By hand: 4 times the least, 3 times the next, and none below the one before it. */
  @Test
  void shouldMultiplyByTheNumberOfThoseThatAreLeft() {
    assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void shouldStayAtOneAtMost() {
    assertThat(Holm.adjusted(new double[] {0.6, 1, 0.7})).containsExactly(1, 1, 1);
  }

  @Test
  void shouldCorrectNothingWhenThereIsOnlyOne() {
    assertThat(Holm.adjusted(new double[] {0.04})).containsExactly(0.04);
    assertThat(Holm.adjusted(new double[0])).isEmpty();
  }
}
