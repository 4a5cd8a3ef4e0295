package org.supportpin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real npm client, with a registry of the test's own. */
class NpmTest {

    private static final String PROGRAM = "#!/bin/sh\necho a program\n";

    @TempDir
    Path folder;

    private Npm npm(Registry registry) {
        return new Npm(Registry.PLATFORM.npm(), folder.resolve("cache"), registry.environment());
    }

    private static Pin pin(String integrity) {
        return new Pin(Registry.PLATFORM, "1.2.1", integrity);
    }

    private List<Path> cached() throws Exception {
        try (var files = Files.list(folder.resolve("cache"))) {
            return files.map(Path::getFileName).sorted().toList();
        }
    }

    @Test
    void whatIsPinnedIsFetchedOnceAndServesWithoutARegistryAfterwards() throws Exception {
        Path binary;
        Npm npm;
        Pin pin;
        try (var registry = Registry.of(folder, PROGRAM)) {
            npm = npm(registry);
            pin = pin(registry.integrity());
            binary = npm.fetch(pin);
            assertThat(registry.downloads()).isEqualTo(1);
        }
        assertThat(binary).isExecutable().hasContent(PROGRAM);
        assertThat(npm.fetch(pin)).isEqualTo(binary);
    }

    @Test
    void twoThatFetchAtOnceFetchOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try (var registry = Registry.of(folder, PROGRAM)) {
            Callable<Path> fetch = () -> npm(registry).fetch(pin(registry.integrity()));
            for (var binary : threads.invokeAll(List.of(fetch, fetch))) {
                assertThat(binary.get()).isExecutable();
            }
            assertThat(registry.downloads()).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aPackageWithAnotherHashIsRefusedAndNothingOfItStays() throws Exception {
        String pinned;
        try (var honest = Registry.of(Files.createDirectory(folder.resolve("honest")), PROGRAM)) {
            pinned = honest.integrity();
        }
        try (var registry = Registry.of(folder, "#!/bin/sh\necho another program\n")) {
            assertThatExceptionOfType(NoEngine.class)
                    .isThrownBy(() -> npm(registry).fetch(pin(pinned)))
                    .withMessageContaining("SHA-512")
                    .withMessageContaining("refused");
        }
        assertThat(cached()).containsExactly(Path.of("lock"));
    }

    @Test
    void aDamagedCopyIsFetchedAnew() throws Exception {
        try (var registry = Registry.of(folder, PROGRAM)) {
            var binary = npm(registry).fetch(pin(registry.integrity()));
            Files.delete(binary);
            assertThat(npm(registry).fetch(pin(registry.integrity()))).isExecutable();
        }
    }

    @Test
    void withoutNpmItSaysWhatToInstall() {
        var none = new Npm("no-npm-of-this-name", folder.resolve("cache"), System.getenv());
        assertThatExceptionOfType(NoEngine.class)
                .isThrownBy(() -> none.fetch(pin("sha512-none")))
                .withMessageContaining("install Node.js with npm")
                .withMessageContaining("README.md")
                .withMessageNotContaining("\n");
    }

    @Test
    void ifTheRegistryCannotBeReachedNpmsOutputIsShown() throws Exception {
        var registry = Registry.of(folder, PROGRAM);
        registry.close();
        assertThatExceptionOfType(NoEngine.class)
                .isThrownBy(() -> npm(registry).fetch(pin(registry.integrity())))
                .withMessageContaining("npm could not fetch @dynoxide/" + Registry.PLATFORM)
                .withMessageContaining("ECONNREFUSED");
    }
}
