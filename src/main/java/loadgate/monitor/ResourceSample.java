package loadgate.monitor;

import java.time.Instant;
import java.util.Optional;

/**
 * What was read at one moment.
 *
 * @param target empty when it could not be read
 * @param host the machine of the load generator; empty when it could not be read
 */
public record ResourceSample(
    Instant at, Optional<ProcessUse> target, Optional<HostUse> host, InjectorUse injector) {}
