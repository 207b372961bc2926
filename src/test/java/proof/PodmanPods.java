package proof;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes of Jobs, which podman does not know, the pods that Kubernetes would make of them. They are
 * as printed but for what one machine does not have:
 *
 * <ul>
 *   <li>the claim is a folder of the machine;
 *   <li>the barrier is on {@code 127.0.0.1}, as there is no Service and no DNS; the variable {@code
 *       NAMESPACE}, which only the name in the DNS needs and podman cannot set, is left out;
 *   <li>ports are not declared: podman refuses that on the network of the machine;
 *   <li>injectors have {@code JAVA_TOOL_OPTIONS}, with the options of a short run.
 * </ul>
 *
 * @param results the folder in place of the claim
 * @param barrier URL
 * @param options of the JVM
 */
record PodmanPods(Path results, String barrier, List<String> options) {

  private static final String INDEX = "batch.kubernetes.io/job-completion-index";

  private static final Set<String> REPLACED = Set.of("BARRIER", "NAMESPACE");

  /** As YAML, for {@code podman kube play}. */
  String of(JsonNode manifests) {
    List<ObjectNode> pods = new ArrayList<>();
    for (JsonNode manifest : manifests) {
      if (manifest.required("kind").asText().equals("Job")) {
        for (int index = 0; index < manifest.at("/spec/completions").asInt(1); index++) {
          pods.add(pod(manifest, index));
        }
      }
    }
    return pods.stream().map(ObjectNode::toString).collect(joining("\n---\n"));
  }

  private ObjectNode pod(JsonNode job, int index) {
    ObjectNode pod = job.at("/spec/template").deepCopy();
    pod.put("apiVersion", "v1").put("kind", "Pod");
    String name = job.at("/metadata/name").asText();
    pod.withObject("/metadata").put("name", name);
    for (JsonNode volume : pod.at("/spec/volumes")) {
      if (((ObjectNode) volume).remove("persistentVolumeClaim") != null) {
        volume.withObject("/hostPath").put("path", results.toString());
      }
    }
    if (job.at("/spec/completionMode").asText().equals("Indexed")) {
      pod.withObject("/metadata").put("name", name + "-" + index);
      pod.withObject("/metadata/annotations").put(INDEX, String.valueOf(index));
      pod.at("/spec/containers").forEach(container -> asInjector((ObjectNode) container));
    }
    return pod;
  }

  private void asInjector(ObjectNode container) {
    container.remove("ports");
    ArrayNode env = container.withArray("/env");
    env.removeIf(variable -> REPLACED.contains(variable.required("name").asText()));
    env.addObject().put("name", "BARRIER").put("value", barrier);
    env.addObject().put("name", "JAVA_TOOL_OPTIONS").put("value", String.join(" ", options));
    env.addObject()
        .put("name", "JOB_COMPLETION_INDEX")
        .withObject("/valueFrom/fieldRef")
        .put("fieldPath", "metadata.annotations['" + INDEX + "']");
  }
}
