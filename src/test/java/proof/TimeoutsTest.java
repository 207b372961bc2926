package proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.core.config.GatlingConfiguration;
import io.gatling.http.request.builder.HttpAttributes;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.StreamTimeout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simulations.MixedSimulation;

/**
 * A request whose time-out ends after the run is recorded by nobody. The run waits for requests
 * with Gatling's own time-out; a user type says so when it has longer ones, which are found in its
 * chains.
 */
class TimeoutsTest {

  private static final Set<String> WALKED =
      Set.of("io.gatling", "scala", "simulations", "loadgate");

  private static final GatlingConfiguration GATLING = GatlingConfiguration.load();
  private static final Duration GATLINGS =
      Duration.ofNanos(GATLING.http().requestTimeout().toNanos());

  /** Chains can be built only when Gatling has read its settings. */
  @BeforeAll
  static void configure() {
    io.gatling.core.Predef$.MODULE$._configuration_$eq(GATLING);
  }

  @ParameterizedTest
  @MethodSource("userTypes")
  void shouldWaitForTheTimeoutsOfItsRequests(Class<? extends UserType> type) throws Exception {
    UserType user = type.getDeclaredConstructor().newInstance();
    Duration longest =
        user instanceof UserTypeHooks hooks ? hooks.longestIteration() : Duration.ZERO;

    Duration found = longestTimeout(user.start(), user.iterate(), user.stop());
    assertThat(found.compareTo(GATLINGS) > 0 ? found : Duration.ZERO).isLessThanOrEqualTo(longest);
  }

  static Stream<Class<?>> userTypes() {
    try (ScanResult scan =
        new ClassGraph()
            .acceptPackages(MixedSimulation.class.getPackageName())
            .enableClassInfo()
            .scan()) {
      return scan.getClassesImplementing(UserType.class).loadClasses().stream();
    }
  }

  /** Looks at everything that the chains are made of. */
  private static Duration longestTimeout(Object... chains) throws IllegalAccessException {
    Duration longest = Duration.ZERO;
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> left = new ArrayDeque<>(Arrays.asList(chains));
    while (!left.isEmpty()) {
      Object part = left.pop();
      if (!seen.add(part)) {
        continue;
      }
      if (part instanceof HttpAttributes request && request.requestTimeout().isDefined()) {
        left.push(Duration.ofNanos(request.requestTimeout().get().toNanos()));
      } else if (part instanceof Duration timeout) {
        longest = timeout.compareTo(longest) > 0 ? timeout : longest;
      } else if (part instanceof Object[] array) {
        Stream.of(array).filter(Objects::nonNull).forEach(left::push);
      } else if (part instanceof Iterable<?> elements) {
        elements.forEach(left::push);
      } else if (!(part instanceof GatlingConfiguration)) {
        pushFields(part, left);
      }
    }
    return longest;
  }

  /** Of durations only the time-outs of streams. */
  private static void pushFields(Object part, Deque<Object> left) throws IllegalAccessException {
    boolean isStream = part.getClass().getName().startsWith(StreamTimeout.class.getName());
    for (Class<?> type = part.getClass(); isWalked(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          Object value = field.get(part);
          if (value != null && (isStream || !(value instanceof Duration))) {
            left.push(value);
          }
        }
      }
    }
  }

  private static boolean isWalked(Class<?> type) {
    return WALKED.stream().anyMatch(type.getName()::startsWith);
  }
}
