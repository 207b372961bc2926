package proof.investment;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.Gateway;

/** Gates that no option of the reference backend turns red: a gateway before it spoils answers. */
@Execution(ExecutionMode.CONCURRENT)
class SpoiltAnswersIT {

  /** Half of the answers have no cache header, none is a hit, and many stocks are unknown. */
  @Test
  void cacheThatIsHalfSilentAndNeverHitsShouldBeRed() throws IOException {
    AtomicInteger answers = new AtomicInteger();
    Gateway.Rules misses =
        new Gateway.Rules() {
          @Override
          public String forwarded(String path) {
            return path.matches("/api/(recommendations/\\w+|stocks/\\w+/(metrics|prices)).*")
                ? "/api/portfolio/holdings/NONE"
                : path;
          }

          @Override
          public void change(Headers answer) {
            boolean silent = answers.getAndIncrement() % 2 == 0;
            answer.computeIfPresent("X-cache", (name, hit) -> silent ? null : List.of("MISS"));
          }
        };

    InvestmentLoads.smoke()
        .assertRedBehind(misses, "no hits, half of the cache headers missing, stocks not found");
  }
}
