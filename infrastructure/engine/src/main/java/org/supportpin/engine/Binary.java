package org.supportpin.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Finds dynoxide: on the PATH, or else the one that the build fetched. */
final class Binary {

    private Binary() {}

    static Path of(Map<String, String> environment) {
        var platform = Platform.ofThisMachine();
        return onPath(environment, platform)
                .orElseGet(() -> new Npm(
                                platform.npm(),
                                Path.of(System.getProperty("user.home"), ".cache", "support-pin"),
                                environment)
                        .fetch(Pin.of(platform)));
    }

    static Optional<Path> onPath(Map<String, String> environment, Platform platform) {
        return Arrays.stream(path(environment).split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> in(folder, platform).stream())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** On Windows the name may be in any case. */
    private static String path(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Optional<Path> in(String folder, Platform platform) {
        try {
            return Optional.of(Path.of(folder).resolve(platform.binary()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
