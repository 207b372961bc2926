package proof.ownapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loadgate.cli.LoadgateCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import proof.FinishedRun;
import proof.ownapi.ShopApi.Fault;

/** A project as {@code init} writes it runs against its API without a change. */
class StarterProjectIT {

  @TempDir Path folder;

  private MavenProject written(ShopApi api, String... options) throws Exception {
    MavenProject project = MavenProject.in(folder, "shop-load");
    List<String> words =
        new ArrayList<>(List.of("init", project.folder().toString(), "--base-url", api.url()));
    words.addAll(List.of(options));
    StringWriter said = new StringWriter();
    CommandLine command = LoadgateCommand.commandLine();
    command.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    assertThat(command.execute(words.toArray(String[]::new))).as(said.toString()).isZero();
    return project;
  }

  private static final String LENIENT = "{ Page { p95 = 5s } }";

  /** With limits that a busy machine passes. */
  private static FinishedRun run(
      MavenProject project, String scope, String requests, String... more) throws Exception {
    Map<String, String> properties = new HashMap<>();
    properties.put("loadgate.gates.injector.saturated.max", "<= 1000%");
    properties.put("loadgate.gates." + scope + ".p95", "5s");
    properties.put("loadgate.gates." + requests, LENIENT);
    for (int i = 0; i < more.length; i += 2) {
      properties.put(more[i], more[i + 1]);
    }
    return project.test(properties);
  }

  private static FinishedRun runWithUserTypes(MavenProject project) throws Exception {
    return run(project, "visitor", "visitor.details");
  }

  @Test
  void shouldBeGreenWithALoginAndTellOfItsRun() throws Exception {
    try (ShopApi api = new ShopApi(Fault.NONE)) {
      MavenProject project = written(api, "--login", "--path", "/orders");

      FinishedRun run = runWithUserTypes(project);

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.gate("visitor users-started").samples()).isEqualTo(4);
      Path folder = run.runFolder();
      FinishedRun shown =
          project.maven(
              "-q", "exec:java@loadgate", "-Dexec.args=show results/" + folder.getFileName());
      assertThat(shown.console()).contains("verdict of the run: pass");
      FinishedRun trends = project.maven("-q", "exec:java@loadgate", "-Dexec.args=trends");
      assertThat(trends.console()).contains("index.html with 1 runs");
    }
  }

  @Test
  void shouldBeRedWhenAUserIsLockedOut() throws Exception {
    try (ShopApi api = new ShopApi(Fault.ONE_OF_FOUR_LOCKED_OUT)) {
      FinishedRun run = runWithUserTypes(written(api, "--login", "--path", "/orders"));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.failed()).contains("visitor users-started");
    }
  }

  @Test
  void shouldBeRedWhenAnswersAreErrorsWithStatus200() throws Exception {
    try (ShopApi api = new ShopApi(Fault.ERRORS_IN_ANSWERS)) {
      FinishedRun run = runWithUserTypes(written(api, "--login", "--path", "/orders"));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.failed()).contains("visitor failure-rate");
      assertThat(run.titles("fail")).contains("visitor each failure-rate");
    }
  }

  @Test
  void shouldSendNothingWhenTheFirstAccountIsRefused() throws Exception {
    try (ShopApi api = new ShopApi(Fault.ALL_LOCKED_OUT)) {
      FinishedRun run = runWithUserTypes(written(api, "--login", "--path", "/orders"));

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.refusals())
          .last()
          .asString()
          .contains("POST /login was answered 403 instead of 200");
      assertThat(run.hasRunFolder()).isFalse();
    }
  }

  /** On another address than it was written for, where nobody answers any more. */
  @Test
  void shouldBeGreenAsAPlainSimulation() throws Exception {
    MavenProject project;
    try (ShopApi gone = new ShopApi(Fault.NONE)) {
      project = written(gone, "--plain", "--path", "/health");
    }
    try (ShopApi api = new ShopApi(Fault.NONE)) {
      FinishedRun run = run(project, "global", "requests", "loadgate.target.base-url", api.url());

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.gate("requests / Page p95").samples()).isEqualTo(80);
    }
  }
}
