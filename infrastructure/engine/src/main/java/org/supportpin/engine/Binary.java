package org.supportpin.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Finds dynoxide: what came with the demo, on the PATH, or else the one that the build fetched. */
final class Binary {

    private Binary() {}

    static Path of(Map<String, String> environment) {
        var platform = Platform.ofThisMachine();
        return shipped(System.getProperty("supportpin.engine", ""), platform)
                .or(() -> onPath(environment, platform))
                .orElseGet(() -> new Npm(
                                platform.npm(),
                                Path.of(System.getProperty("user.home"), ".cache", "support-pin"),
                                environment)
                        .fetch(Pin.of(platform)));
    }

    /** What {@link Fetch} put into a folder, if it was for this platform. Not every program that unpacks a zip keeps it executable. */
    static Optional<Path> shipped(String folder, Platform platform) {
        return Optional.of(folder)
                .filter(each -> !each.isBlank())
                .map(each -> Path.of(each, platform.toString(), platform.binary()))
                .filter(Files::isRegularFile)
                .filter(file -> Files.isExecutable(file) || file.toFile().setExecutable(true));
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
