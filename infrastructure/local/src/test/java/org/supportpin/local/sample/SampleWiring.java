package org.supportpin.local.sample;

import java.time.Clock;
import java.util.Map;

/** Stands for the service's own wiring. */
public record SampleWiring(Map<String, String> environment, Clock clock) {
    public SampleWiring {
        environment = Map.copyOf(environment);
    }

    public static SampleWiring of(Map<String, String> environment, Clock clock) {
        return new SampleWiring(environment, clock);
    }
}
