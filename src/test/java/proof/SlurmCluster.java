package proof;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Slurm with three nodes, all of them this machine and reached by loopback alone. Needs root, and
 * slurmctld, slurmd, sbatch, srun and munged; Debian has them in the packages slurmctld, slurmd,
 * slurm-client and munge.
 */
final class SlurmCluster implements AutoCloseable {

  private static final int NODES = 3;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Processes are found by their parents: a container has no control groups of its own. */
  private static final String CONFIGURATION =
      """
      ClusterName=loadgate
      SlurmctldHost=%1$s(127.0.0.1)
      SlurmctldPort=%2$s
      CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
      AuthType=auth/munge
      AuthInfo=socket=%3$s/munge.socket
      CredType=cred/munge
      SlurmUser=root
      SlurmdUser=root
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      JobAcctGatherType=jobacct_gather/none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core
      MpiDefault=none
      SwitchType=switch/none
      StateSaveLocation=%3$s/state
      SlurmdSpoolDir=%3$s/%%n
      SlurmctldPidFile=%3$s/slurmctld.pid
      SlurmdPidFile=%3$s/%%n.pid
      SlurmctldLogFile=%3$s/slurmctld.log
      SlurmdLogFile=%3$s/%%n.log
      KillWait=90
      %4$s
      PartitionName=all Nodes=ALL Default=YES State=UP MaxTime=INFINITE
      """;

  private final Path folder;
  private final List<Process> daemons = new ArrayList<>();

  private SlurmCluster(Path folder) {
    this.folder = folder;
  }

  /** Skips the test where Slurm is not installed. */
  static SlurmCluster startIn(Path folder) throws IOException, InterruptedException {
    Programs.assumeInstalled("Slurm", "slurmctld", "slurmd", "sbatch", "srun", "munged");
    SlurmCluster cluster = new SlurmCluster(folder.toAbsolutePath());
    try {
      cluster.start();
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private void start() throws IOException, InterruptedException {
    String host = output("hostname", "-s");
    List<Integer> ports = FreePorts.of(1 + NODES);
    String nodes =
        IntStream.range(0, NODES)
            .mapToObj(
                node ->
                    "NodeName=node%d NodeHostname=%s NodeAddr=127.0.0.1 Port=%d CPUs=2"
                        .formatted(node, host, ports.get(1 + node)))
            .collect(Collectors.joining("\n"));
    Files.createDirectory(folder.resolve("state"));
    Files.writeString(
        folder.resolve("slurm.conf"), CONFIGURATION.formatted(host, ports.get(0), folder, nodes));
    byte[] key = new byte[1024];
    new SecureRandom().nextBytes(key);
    Files.write(folder.resolve("munge.key"), key);
    Files.setPosixFilePermissions(
        folder.resolve("munge.key"), PosixFilePermissions.fromString("rw-------"));

    // --force: below a temporary folder, which others may write to, it would not start.
    daemon(
        "munged",
        "--foreground",
        "--force",
        "--key-file=" + folder.resolve("munge.key"),
        "--socket=" + folder.resolve("munge.socket"),
        "--pid-file=" + folder.resolve("munged.pid"),
        "--seed-file=" + folder.resolve("munged.seed"));
    awaitThat(() -> Files.exists(folder.resolve("munge.socket")), "munged");
    daemon("slurmctld", "-D");
    for (int node = 0; node < NODES; node++) {
      daemon("slurmd", "-D", "-N", "node" + node);
    }
    awaitThat(() -> output("sinfo", "-h", "-o", "%t %D").equals("idle " + NODES), "Slurm");
  }

  private void daemon(String... command) throws IOException {
    File log = folder.resolve("daemons.log").toFile();
    daemons.add(
        command(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start());
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private void awaitThat(Condition condition, String what)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!condition.holds()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(
            what + " did not start:\n" + Files.readString(folder.resolve("daemons.log")));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private ProcessBuilder command(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
    return builder;
  }

  /** What a command prints that ends by itself. */
  String output(String... command) throws IOException {
    Process process = command(List.of(command)).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes()).strip();
  }

  /**
   * Submits a job. The process prints its number, and ends when the job does, with its exit code.
   *
   * @param project where it runs
   */
  Process submit(Path project, Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sbatch", "--wait", "--parsable"));
    command.addAll(arguments);
    ProcessBuilder builder = command(command).directory(project.toFile());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  /** Ends the jobs that a failed test left, and all that was started. */
  @Override
  public void close() throws IOException {
    output("scancel", "--me", "--full", "--signal=KILL");
    for (int last = daemons.size() - 1; last >= 0; last--) {
      daemons.get(last).destroy();
    }
    try {
      for (Process daemon : daemons) {
        if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
          daemon.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
