package org.supportpin.engine;

/** What the build calls, so that a machine without npm is told early and once. Does nothing where no engine is needed. */
public final class Fetch {

    private Fetch() {}

    public static void main(String[] arguments) {
        var environment = System.getenv();
        if (environment.getOrDefault("SUPPORT_PIN_DYNAMODB", "").isBlank()) {
            Binary.of(environment);
        }
    }
}
