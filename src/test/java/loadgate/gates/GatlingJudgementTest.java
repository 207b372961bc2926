package loadgate.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scala.Console$;

class GatlingJudgementTest {

  private static final String FAST = "Global: max of response time is less than 500.0";
  private static final String ALL = "Shop: percentage of failed events is less than 1.0";

  private final PrintStream console = Console$.MODULE$.out();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<String> differences = new ArrayList<>();
  private GatlingJudgement judgement;

  @BeforeEach
  void hear() {
    Console$.MODULE$.setOutDirect(new PrintStream(printed, true));
    judgement = GatlingJudgement.hear();
    judgement.expect(List.of(holds(FAST, true), holds(ALL, false)), differences::add);
  }

  @AfterEach
  void restore() {
    Console$.MODULE$.setOutDirect(console);
  }

  private static AssertionOutcome holds(String message, boolean holds) {
    return new AssertionOutcome(message, holds, OptionalDouble.empty());
  }

  private static void print(String line) {
    Console$.MODULE$.println(line);
  }

  @Test
  void shouldBeOverWhenGatlingHasJudgedAllAssertions() {
    print("Generating reports...");
    print(FAST + " : true (actual : 12.0)");
    assertThat(judgement.isOver()).isFalse();
    print(ALL + " : false (Could not find stats matching assertion path)");

    assertThat(judgement.isOver()).isTrue();
    assertThat(differences).isEmpty();
    assertThat(printed.toString().lines()).hasSize(3);
  }

  @Test
  void shouldTellWhatGatlingJudgesInAnotherWay() {
    print(FAST + " : true (actual : 12.0)");
    print(ALL + " : true (actual : 0.0)");

    assertThat(differences).containsExactly(ALL + ": false by loadgate, true by Gatling");
  }

  @Test
  void shouldTellWhatTheLogOfGatlingDoesNotHave() {
    print(FAST + " : true (actual : 12.0)");
    print("Office: count of all events is greater than 1.0 : true (actual : 2.0)");

    assertThat(differences).containsExactly(ALL + ": false by loadgate, null by Gatling");
  }

  @Test
  void shouldLeaveTheConsoleAsItWas() {
    print(FAST + " : true (actual : 12.0)");
    print(ALL + " : false (actual : 3.0)");

    assertThat(Console$.MODULE$.out()).isNotInstanceOf(GatlingJudgement.class);
  }
}
