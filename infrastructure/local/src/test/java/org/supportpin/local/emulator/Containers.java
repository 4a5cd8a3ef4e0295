package org.supportpin.local.emulator;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/** What the tests in containers have in common. */
final class Containers {

    private Containers() {}

    /** Skips a class, and says so, where there is no Docker engine. */
    static void need(String emulator) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            skip("the tests against " + emulator + " in a container need a Docker engine");
        }
    }

    static void skip(String why) {
        var sentence = "Skipped: " + why + ".";
        System.out.println(sentence);
        Assumptions.abort(sentence);
    }
}
