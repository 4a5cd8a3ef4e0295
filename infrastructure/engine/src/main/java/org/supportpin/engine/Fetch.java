package org.supportpin.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Called by the build, so that a missing npm is reported early and once. Does nothing if no engine is needed. With a folder as its
 * argument, it puts the engine there, for this platform.
 */
public final class Fetch {

    private Fetch() {}

    public static void main(String[] arguments) throws IOException {
        var environment = System.getenv();
        if (arguments.length > 0) {
            ship(Binary.of(environment), Path.of(arguments[0]));
        } else if (environment.getOrDefault("SUPPORT_PIN_DYNAMODB", "").isBlank()) {
            Binary.of(environment);
        }
    }

    /** Copies an engine, so that {@link Binary#shipped} finds it. */
    static void ship(Path binary, Path folder) throws IOException {
        var into =
                Files.createDirectories(folder.resolve(Platform.ofThisMachine().toString()));
        Files.copy(
                binary,
                into.resolve(Platform.ofThisMachine().binary()),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }
}
