package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Printed manifests under the schema of npm's kubernetes-models, which knows the values that a
 * field may have; a field that it does not know, it lets through.
 */
@Tag("cluster")
class KubernetesModelsIT {

  private static final Path SOURCES = Path.of("src/test/resources/kubernetes-models");

  @TempDir private static Path folder;

  @BeforeAll
  static void install() throws Exception {
    Programs.assumeInstalled("the schema of the manifests", "npm", "node");
    for (String file : List.of("package.json", "package-lock.json", "validate.mjs")) {
      Files.copy(SOURCES.resolve(file), folder.resolve(file));
    }
    Programs.output(
        "npm", "ci", "--prefix=" + folder, "--ignore-scripts", "--no-audit", "--no-fund");
  }

  @Test
  void shouldRefuseNothingThatIsPrinted() throws Exception {
    assertThat(refusals(printed())).isEmpty();
  }

  /** Sidecars are init containers there, which podman cannot play. */
  @Test
  void shouldRefuseNothingOfTheOverlayWithABucket() throws Exception {
    Programs.assumeInstalled("the overlay with a bucket", "kubectl");
    assertThat(refusals(Programs.output("kubectl", "kustomize", "deploy/kubernetes/overlays/s3")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image: loadgate:1         | imagePullPolicy: Sometimes | imagePullPolicy must be equal to one of the allowed values
          restartPolicy: Never      | restartPolicy: Sometimes   | restartPolicy must be equal to one of the allowed values
          completionMode: Indexed   | completionMode: Numbered   | completionMode must be equal to one of the allowed values
          backoffLimitPerIndex: 0   | backoffLimitPerIndex: none | backoffLimitPerIndex must be integer
          memory: 2Gi               | memory: 2GB                | memory must match format "quantity"
          name: injector            | workingDir: /tmp           | containers/0 must have required property name
          """)
  void shouldRefuse(String printed, String changed, String refusal) throws Exception {
    assertThat(printed()).contains(printed);
    assertThat(refusals(printed().replace(printed, changed))).contains(refusal);
  }

  private static String printed() {
    return Manifests.print("--injectors=3", "--profile=heavy");
  }

  private static String refusals(String manifests) throws Exception {
    Path file =
        Files.writeString(folder.resolve("manifests.json"), Manifests.parse(manifests).toString());
    return Programs.output("node", folder.resolve("validate.mjs").toString(), file.toString());
  }
}
