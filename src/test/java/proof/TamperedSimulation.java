package proof;

import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import loadgate.Gated;
import loadgate.runlog.RunLog;

/** Changes its log when loadgate is through with it, so that Gatling finds another one. */
public class TamperedSimulation extends Simulation {

  /** The last digit of Gatling's version, behind the first byte and a length. */
  private static final int VERSION_END = 1 + Integer.BYTES + "3.15.".length();

  private final Gated gated = Gated.of(this);

  {
    setUp(
            scenario("Visitors")
                .exec(http("Page").get("/orders/1"))
                .injectOpen(rampUsers(20).during(2)))
        .protocols(http.baseUrl(System.getProperty("baseUrl")))
        .assertions(gated.assertions());
  }

  @Override
  public void after() {
    gated.close();
    try (Stream<Path> runs = Files.list(Path.of(System.getProperty("gatling.resultsFolder")));
        FileChannel log =
            FileChannel.open(
                RunLog.inFolder(runs.filter(Files::isDirectory).findFirst().orElseThrow()).file(),
                StandardOpenOption.WRITE)) {
      if (System.getProperty("tamper").equals("end")) {
        log.truncate(log.size() - 1);
      } else {
        log.write(ByteBuffer.wrap(new byte[] {'9'}), VERSION_END);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
