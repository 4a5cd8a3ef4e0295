package org.supportpin.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pinned package with the npm client from its configured registry. A lock file contains the SHA-512, so npm refuses
 * anything else. Scripts of the package do not run.
 *
 * @param cache the folder for the package, shared by all builds of this user
 * @param environment of npm
 */
record Npm(String command, Path cache, Map<String, String> environment) {

    private static final int WORTH_READING = 400;

    /** The pinned binary, fetched if it is missing. Builds that run at the same time wait for each other. */
    Path fetch(Pin pin) {
        var folder = cache.resolve("dynoxide-" + pin.version() + "-" + pin.platform());
        var binary = folder.resolve("node_modules")
                .resolve(pin.npmPackage())
                .resolve(pin.platform().binary());
        if (Files.isExecutable(binary)) {
            return binary;
        }
        synchronized (Npm.class) {
            try {
                Files.createDirectories(cache);
                try (var file = FileChannel.open(
                                cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var lock = file.lock()) {
                    if (lock.isValid() && !Files.isExecutable(binary)) {
                        delete(folder);
                        install(pin, folder);
                    }
                }
            } catch (IOException e) {
                throw new NoEngine("dynoxide cannot be saved in " + cache + ": " + e.getMessage(), e);
            }
        }
        if (!Files.isExecutable(binary)) {
            throw new NoEngine("npm fetched " + pin + ", but " + binary + " is not executable.");
        }
        return binary;
    }

    private void install(Pin pin, Path folder) throws IOException {
        var work = Files.createTempDirectory(cache, "fetching-");
        try {
            Files.writeString(work.resolve("package.json"), manifest(pin));
            Files.writeString(work.resolve("package-lock.json"), lock(pin));
            System.out.println("Fetching " + pin + " through npm");
            run(pin, work);
            Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(work);
        }
    }

    private void run(Pin pin, Path work) throws IOException {
        var builder = new ProcessBuilder(
                        command,
                        "ci",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--no-progress",
                        "--loglevel=error")
                .directory(work.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process npm;
        try {
            npm = builder.start();
        } catch (IOException e) {
            throw new NoEngine(
                    "The tables need dynoxide, which the build fetches with npm, but npm was not found: install Node.js with npm"
                            + " (see README.md), or put dynoxide " + pin.version() + " on the PATH.",
                    e);
        }
        npm.getOutputStream().close();
        var said = new String(npm.getInputStream().readAllBytes(), UTF_8).strip();
        if (ended(npm) != 0) {
            throw new NoEngine(
                    said.contains("EINTEGRITY")
                            ? "The registry sent a " + pin + " whose SHA-512 is not the pinned one; it was refused."
                            : "npm could not fetch " + pin + ": "
                                    + said.substring(0, Math.min(said.length(), WORTH_READING)));
        }
    }

    private static int ended(Process npm) {
        try {
            return npm.waitFor();
        } catch (InterruptedException e) {
            npm.destroy();
            Thread.currentThread().interrupt();
            throw new NoEngine("Fetching dynoxide was interrupted.", e);
        }
    }

    private static String manifest(Pin pin) {
        return """
            {"name": "engine", "private": true, "dependencies": {"%s": "%s"}}
            """.formatted(pin.npmPackage(), pin.version());
    }

    /** Without a registry, so that npm uses the configured one. */
    private static String lock(Pin pin) {
        return """
            {
              "name": "engine",
              "lockfileVersion": 3,
              "requires": true,
              "packages": {
                "": {"name": "engine", "dependencies": {"%1$s": "%2$s"}},
                "node_modules/%1$s": {"version": "%2$s", "integrity": "%3$s"}
              }
            }
            """.formatted(pin.npmPackage(), pin.version(), pin.integrity());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
