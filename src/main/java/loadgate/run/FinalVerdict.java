package loadgate.run;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import loadgate.gates.AssertionOutcome;
import loadgate.gates.GatlingJudgement;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;
import loadgate.report.ErrorLines;
import loadgate.report.RunResult;
import loadgate.report.VerdictTable;

/**
 * The verdict of a recorded run, printed after everything that Gatling prints, and never another
 * one than Gatling's: where that judges in another way, or not at all, the run is not complete and
 * its process ends with an error.
 */
final class FinalVerdict {

  private final List<AssertionOutcome> assertions;
  private final Supplier<RunVerdict> takenBack;
  private volatile String text;

  /**
   * @param takenBack takes back that the run is complete, wherever that is recorded
   * @throws IOException when the gates say something else than the assertions that were made of
   *     them
   */
  FinalVerdict(RunResult run, Supplier<RunVerdict> takenBack) throws IOException {
    RunVerdict verdict = run.verdict().orElseThrow();
    // Of an incomplete run Gatling knows less than the figures that are shown; it is red to both.
    this.assertions = verdict.complete() ? AssertionOutcome.of(run.statistics()) : List.of();
    this.takenBack = takenBack;
    this.text = new VerdictTable(verdict, ErrorLines.of(run.statistics())).text();
    boolean hold = assertions.stream().allMatch(AssertionOutcome::holds);
    if (verdict.complete() && isGreen(verdict) != hold) {
      throw new IOException(
          "the gates say %s, and the assertions of the run do not"
              .formatted(verdict.verdict().text()));
    }
  }

  private static boolean isGreen(RunVerdict verdict) {
    return verdict.verdict() == Verdict.PASS || verdict.verdict() == Verdict.WARN;
  }

  /** Waits for Gatling and the end of the process. */
  void printAtTheEnd(GatlingJudgement gatling) {
    gatling.expect(assertions, this::differs);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> print(gatling)));
  }

  private void differs(String how) {
    takeBack("Gatling judges in another way: " + how);
    // Its own exit code would be that of its judgement.
    System.exit(1);
  }

  private void print(GatlingJudgement gatling) {
    boolean judged = gatling.isOver();
    if (!judged) {
      takeBack("Gatling did not judge the run");
    }
    System.out.println(text);
    if (!judged) {
      System.out.flush();
      // Whatever kept Gatling from judging, and whatever its exit code: no hook can read that.
      Runtime.getRuntime().halt(1);
    }
  }

  void takeBack(String why) {
    System.err.println("loadgate: " + why + ", so the run is not complete");
    try {
      text = new VerdictTable(takenBack.get()).text();
    } catch (RuntimeException | Error e) {
      text = "\nverdict of the run: " + Verdict.INCOMPLETE.text() + "\n";
      System.err.println("loadgate: the record still says that it is: " + e);
    }
  }
}
