package org.supportpin.local.sample;

import java.time.Clock;
import java.util.Map;

/** What the sample handlers need. */
public record SampleWiring(Map<String, String> environment, Clock clock) {
    public SampleWiring {
        environment = Map.copyOf(environment);
    }
}
