package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class DeployCommandTest {

  private static final Path FILES = Path.of("deploy/kubernetes/base");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldHaveTheCountEverywhere() {
    JsonObject job = injectors(manifests());

    assertThat(spec(job).get("completions").getAsInt()).isEqualTo(8);
    assertThat(spec(job).get("parallelism").getAsInt()).isEqualTo(8);
    assertThat(env(job, "LOADGATE_INJECTORS")).isEqualTo("8");
    assertThat(env(merge(manifests()), "LOADGATE_INJECTORS")).isEqualTo("8");
  }

  @Test
  void shouldStartEachInjectorOnce() {
    JsonObject job = injectors(manifests());

    assertThat(spec(job).get("completionMode").getAsString()).isEqualTo("Indexed");
    assertThat(spec(job).get("backoffLimitPerIndex").getAsInt()).isZero();
    assertThat(pod(job).get("restartPolicy").getAsString()).isEqualTo("Never");
  }

  @Test
  void shouldMergeOnce() {
    JsonObject job = merge(manifests());

    assertThat(spec(job).get("backoffLimit").getAsInt()).isZero();
    assertThat(pod(job).get("restartPolicy").getAsString()).isEqualTo("Never");
  }

  @Test
  void shouldGiveTheUsersTimeToLeave() {
    assertThat(pod(injectors(manifests())).get("terminationGracePeriodSeconds").getAsInt())
        .isGreaterThanOrEqualTo(60);
  }

  @Test
  void shouldRunWithoutPrivileges() {
    for (JsonObject job : List.of(injectors(manifests()), merge(manifests()))) {
      JsonObject ofPod = pod(job).getAsJsonObject("securityContext");
      assertThat(ofPod.get("runAsNonRoot").getAsBoolean()).isTrue();
      assertThat(ofPod.get("runAsUser").getAsInt()).isPositive();
      assertThat(ofPod.getAsJsonObject("seccompProfile").get("type").getAsString())
          .isEqualTo("RuntimeDefault");
      assertThat(pod(job).get("automountServiceAccountToken").getAsBoolean()).isFalse();
      JsonObject ofContainer = container(job).getAsJsonObject("securityContext");
      assertThat(ofContainer.has("privileged")).isFalse();
      assertThat(ofContainer.get("allowPrivilegeEscalation").getAsBoolean()).isFalse();
      assertThat(ofContainer.get("readOnlyRootFilesystem").getAsBoolean()).isTrue();
      assertThat(ofContainer.getAsJsonObject("capabilities").toString())
          .isEqualTo("{\"drop\":[\"ALL\"]}");
    }
  }

  @Test
  void shouldLimitWhatTheyUse() {
    for (JsonObject job : List.of(injectors(manifests()), merge(manifests()))) {
      JsonObject resources = container(job).getAsJsonObject("resources");
      for (String kind : List.of("requests", "limits")) {
        assertThat(resources.getAsJsonObject(kind).keySet()).contains("cpu", "memory");
      }
    }
  }

  @Test
  void shouldNameTheServiceOfTheBarrierAfterTheRun() {
    List<JsonObject> manifests = manifests("--name", "sale");
    JsonObject job = injectors(manifests);

    assertThat(name(job)).isEqualTo("sale");
    assertThat(name(merge(manifests))).isEqualTo("sale-merge");
    assertThat(name(only(manifests, "Service"))).isEqualTo("sale");
    assertThat(pod(job).get("subdomain").getAsString()).isEqualTo("sale");
    assertThat(env(job, "BARRIER"))
        .isEqualTo("http://sale-0.sale.$(NAMESPACE).svc.cluster.local:7788");
    assertThat(env(job, "RUN")).isEqualTo("sale");
    assertThat(env(merge(manifests), "RUN")).isEqualTo("sale");
    assertThat(job.toString()).contains("\"app.kubernetes.io/name\":\"loadgate\"");
  }

  @Test
  void shouldKeepTheClaimOfAllRuns() {
    List<JsonObject> manifests = manifests("--name", "sale");

    assertThat(name(only(manifests, "PersistentVolumeClaim"))).isEqualTo("loadgate-results");
    assertThat(pod(injectors(manifests)).toString()).contains("loadgate-results");
  }

  @Test
  void shouldSetWhatIsGiven() {
    JsonObject job =
        injectors(
            manifests(
                "--simulation",
                "shop.SaleSimulation",
                "--base-url",
                "https://staging.example.com/api",
                "--allowed-hosts",
                "staging.example.com,login.example.com",
                "--image",
                "registry.example.com/shop:7"));

    assertThat(env(job, "SIMULATION")).isEqualTo("shop.SaleSimulation");
    assertThat(env(job, "LOAD_PROFILE")).isEqualTo("heavy");
    assertThat(env(job, "TARGET_HOST")).isEqualTo("https://staging.example.com/api");
    assertThat(env(job, "ALLOWED_HOSTS")).isEqualTo("staging.example.com,login.example.com");
    assertThat(container(job).get("image").getAsString()).isEqualTo("registry.example.com/shop:7");
  }

  @Test
  void shouldPutAllInTheNamespace() {
    for (JsonObject manifest : manifests("--namespace", "load")) {
      JsonObject metadata = manifest.getAsJsonObject("metadata");
      assertThat(metadata.get("namespace").getAsString()).isEqualTo("load");
    }
    assertThat(manifests().toString()).doesNotContain("\"namespace\"");
  }

  @Test
  void shouldPrintTheFilesWithTheirOwnValues() throws IOException {
    assertThat(
            execute(
                "--injectors",
                "2",
                "--profile",
                "smoke",
                "--simulation",
                "simulations.MixedSimulation"))
        .isZero();

    StringBuilder files = new StringBuilder();
    for (String file : List.of("results", "service", "injectors", "merge")) {
      files.append("---\n").append(Files.readString(FILES.resolve(file + ".yaml")));
    }
    assertThat(out.toString()).isEqualTo(files.toString().replaceAll(" # --[a-z-]+\n", "\n"));
  }

  @Test
  void shouldPrintWhatTheSchemaOfKubernetesKnows() throws IOException {
    List<JsonObject> manifests = manifests();

    assertThat(manifests).hasSize(4);
    V1Job.validateJsonElement(injectors(manifests));
    V1Job.validateJsonElement(merge(manifests));
    V1Service.validateJsonElement(only(manifests, "Service"));
    V1PersistentVolumeClaim.validateJsonElement(only(manifests, "PersistentVolumeClaim"));
  }

  @Test
  void shouldNoticeAFieldThatTheSchemaDoesNotKnow() {
    JsonObject job = injectors(manifests());
    container(job).addProperty("privileged", true);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> V1Job.validateJsonElement(job))
        .withMessageContaining("privileged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --injectors     | 1                    | 2 to 1000
          --injectors     | 1001                 | 2 to 1000
          --profile       | a"b                  | the name of a load profile
          --simulation    | my simulation        | the full name of a class
          --base-url      | ftp://example.com    | http(s)://host[:port][/path]
          --allowed-hosts | https://example.com/ | names of hosts
          --image         | a b                  | the name of an image
          --name          | Sale                 | a to z, 0 to 9 and -
          --namespace     | load_test            | a to z, 0 to 9 and -
          """)
  void shouldRefuseWhatIsNotAllowed(String option, String value, String allowed) {
    List<String> arguments = new ArrayList<>(List.of("--injectors", "8", "--profile", "heavy"));
    int given = arguments.indexOf(option);
    if (given >= 0) {
      arguments.set(given + 1, value);
    } else {
      arguments.addAll(List.of(option, value));
    }

    assertThat(execute(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("loadgate: " + option + ": \"" + value + "\" is not allowed; allowed is ")
        .contains(allowed)
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  private List<JsonObject> manifests(String... options) {
    out.getBuffer().setLength(0);
    String[] all =
        Stream.concat(Stream.of("--injectors", "8", "--profile", "heavy"), Arrays.stream(options))
            .toArray(String[]::new);
    assertThat(execute(all)).as(err.toString()).isZero();
    return StreamSupport.stream(new Yaml().loadAll(out.toString()).spliterator(), false)
        .map(new Gson()::toJson)
        .map(JsonParser::parseString)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private int execute(String... options) {
    return LoadgateCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            Stream.concat(Stream.of("deploy", "kubernetes"), Arrays.stream(options))
                .toArray(String[]::new));
  }

  private static JsonObject injectors(List<JsonObject> manifests) {
    return component(manifests, "injector");
  }

  private static JsonObject merge(List<JsonObject> manifests) {
    return component(manifests, "merge");
  }

  private static JsonObject component(List<JsonObject> manifests, String component) {
    String label = "\"app.kubernetes.io/component\":\"" + component + "\"";
    return manifests.stream()
        .filter(manifest -> manifest.getAsJsonObject("metadata").toString().contains(label))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject only(List<JsonObject> manifests, String kind) {
    return manifests.stream()
        .filter(manifest -> manifest.get("kind").getAsString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static String name(JsonObject manifest) {
    return manifest.getAsJsonObject("metadata").get("name").getAsString();
  }

  private static JsonObject spec(JsonObject manifest) {
    return manifest.getAsJsonObject("spec");
  }

  private static JsonObject pod(JsonObject job) {
    return spec(spec(job).getAsJsonObject("template"));
  }

  private static JsonObject container(JsonObject job) {
    JsonArray containers = pod(job).getAsJsonArray("containers");
    assertThat(containers).hasSize(1);
    return containers.get(0).getAsJsonObject();
  }

  private static String env(JsonObject job, String name) {
    return StreamSupport.stream(container(job).getAsJsonArray("env").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(variable -> variable.get("name").getAsString().equals(name))
        .map(variable -> variable.get("value").getAsString())
        .findFirst()
        .orElseThrow();
  }
}
