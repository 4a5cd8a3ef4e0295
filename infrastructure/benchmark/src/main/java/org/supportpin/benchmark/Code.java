package org.supportpin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.http.Body;
import org.supportpin.local.lambda.FunctionProcess;
import org.supportpin.local.lambda.FunctionProcess.Launch;

/** The code to start: folders as Lambda unpacks them, and class paths. */
final class Code {

    private Code() {}

    /** As uploaded. */
    static Path functions() {
        return laidOut(ProjectFiles.root().resolve("functions/handlers/target/function"));
    }

    /** The same route with Spring. */
    static Path spring() {
        return laidOut(ProjectFiles.root().resolve("infrastructure/benchmark/spring/target/function"));
    }

    /** The same route with Quarkus, unpacked from the upload that its plugin makes. */
    static Path quarkus(Path into) throws IOException {
        var upload = ProjectFiles.root().resolve("infrastructure/benchmark/quarkus/target/function.zip");
        if (!Files.exists(upload)) {
            throw new IllegalStateException(upload + " is not there; run `mvn -Pbenchmark verify`");
        }
        var folder = into.resolve("quarkus");
        try (var zip = new ZipFile(upload.toFile())) {
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return laidOut(folder);
    }

    private static Path laidOut(Path folder) {
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new IllegalStateException(folder + " is not laid out; run `mvn -Pbenchmark verify`");
        }
        return folder;
    }

    /** A folder with one class of this benchmark, and these jars in lib/. */
    static Path of(Class<?> handler, List<Path> jars, Path into) throws IOException {
        var folder = Files.createDirectories(into.resolve(handler.getSimpleName()));
        var name = handler.getName().replace('.', '/') + ".class";
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (var in = Code.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no class file of " + handler);
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        var lib = Files.createDirectories(folder.resolve("lib"));
        for (var jar : jars) {
            var link = lib.resolve(jar.getFileName());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, jar);
        }
        return folder;
    }

    /** The functions as jars only: an AOT cache does not support folders. */
    static List<Path> jars() throws IOException {
        var jars = new ArrayList<Path>();
        try (var own = Files.list(ProjectFiles.root().resolve("functions/handlers/target"));
                var others = Files.list(functions().resolve("lib"))) {
            own.filter(file -> file.getFileName().toString().matches("handlers-[0-9].*(?<!tests|sources)\\.jar"))
                    .forEach(jars::add);
            others.sorted().forEach(jars::add);
        }
        return jars;
    }

    /** The same function on a flat class path, with an AOT cache (JEP 483, 514, 515) trained by this event. */
    static Launch withAotCache(Launch zip, Path folder, Body event) throws IOException, InterruptedException {
        var flat = new Launch(
                Files.createDirectories(folder.resolve("empty")),
                jars(),
                zip.handler(),
                zip.options(),
                zip.environment());
        var cache = folder.resolve(zip.handler() + ".aot");
        var training = FunctionProcess.start(flat.with("-XX:AOTCacheOutput=" + cache));
        Check.status(training, event);
        // It writes the cache when it exits normally.
        training.handle().destroy();
        if (!waitFor(training.handle()) || !Files.exists(cache)) {
            throw new IllegalStateException("no AOT cache was written: " + training.complaints() + training.output());
        }
        training.close();
        return flat.with("-XX:AOTCache=" + cache);
    }

    private static boolean waitFor(ProcessHandle process) throws InterruptedException {
        for (int second = 0; second < 120 && process.isAlive(); second++) {
            TimeUnit.SECONDS.sleep(1);
        }
        return !process.isAlive();
    }
}
