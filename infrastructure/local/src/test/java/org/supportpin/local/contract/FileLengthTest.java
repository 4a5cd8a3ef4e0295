package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file of what is deployed, or runs here, that grows past 300 lines has two ideas in it. */
class FileLengthTest {

    private static final int MOST_LINES = 300;

    private static Stream<Path> sources() {
        return Stream.of("functions", "infrastructure").flatMap(FileLengthTest::mainSources);
    }

    private static Stream<Path> mainSources(String folder) {
        try (var files = Files.walk(ProjectFiles.root().resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.contains("/src/main/java/"))
                    // The generated clients, once the build has made them.
                    .filter(file -> !file.contains("/target/"))
                    .map(Path::of)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noFileOfTheProgramHasMoreThanThreeHundredLines() {
        List<Path> all = sources().toList();

        assertThat(all).hasSizeGreaterThan(400);
        assertThat(all).filteredOn(file -> lines(file) > MOST_LINES).isEmpty();
    }
}
