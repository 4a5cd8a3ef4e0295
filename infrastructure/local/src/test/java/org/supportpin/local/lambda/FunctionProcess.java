package org.supportpin.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.supportpin.local.http.Body;

/** A function in its own process, under the real runtime interface client. */
public final class FunctionProcess implements AutoCloseable {

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    /** For the client's own native library and its use of Unsafe; without them the JVM warns of both on each start. */
    private static final List<String> CLIENT_OPTIONS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private static final String CLIENT_LIBRARY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private static final List<String> CLIENT_JARS = List.of(
            "aws-lambda-java-runtime-interface-client-",
            "aws-lambda-java-core-",
            "aws-lambda-java-serialization-",
            "utils-lite-");

    /**
     * What to start.
     *
     * @param folder where Lambda would have unpacked the zip; the client's own class loader takes classes and {@code lib/} from it
     * @param classPath on the JVM's class path besides the client; empty for a zip
     * @param options of the JVM
     * @param environment as the template gives it, and region, credentials and endpoints
     */
    public record Launch(
            Path folder, List<Path> classPath, String handler, List<String> options, Map<String, String> environment) {

        public Launch {
            classPath = List.copyOf(classPath);
            options = List.copyOf(options);
            environment = Map.copyOf(environment);
        }

        /** As Lambda starts a zip upload. */
        public static Launch zip(Path folder, String handler, Map<String, String> environment) {
            return new Launch(folder, List.of(), handler, List.of(), environment);
        }

        public Launch with(String... more) {
            var all = new ArrayList<>(options);
            all.addAll(Arrays.asList(more));
            return new Launch(folder, classPath, handler, all, environment);
        }

        /** With additional variables. */
        public Launch with(Map<String, String> more) {
            var all = new HashMap<>(environment);
            all.putAll(more);
            return new Launch(folder, classPath, handler, options, all);
        }
    }

    private final RuntimeApi api;
    private final Process process;
    private final Path out;
    private final Path err;

    private FunctionProcess(RuntimeApi api, Process process, Path out, Path err) {
        this.api = api;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a process; it asks for its first event when it is ready. */
    public static FunctionProcess start(Launch launch) {
        var api = RuntimeApi.start();
        try {
            var out = Files.createTempFile("function", ".out");
            var err = Files.createTempFile("function", ".err");
            var builder = new ProcessBuilder(command(launch))
                    .directory(launch.folder().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment(launch, api));
            var process = builder.start();
            var _ = process.onExit().thenAccept(ended -> api.end("the process ended with " + ended.exitValue()));
            return new FunctionProcess(api, process, out, err);
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The client's native library. Left to itself, each process unpacks it to one place in /tmp, over the one that another process is
     * just loading, which then dies.
     */
    private static final class Library {

        static final Path FILE = unpacked();

        private static Path unpacked() {
            var processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
            var name = "jni/libaws-lambda-jni.linux-" + processor + ".so";
            try (var in = FunctionProcess.class.getClassLoader().getResourceAsStream(name)) {
                var file = Files.createTempFile("aws-lambda-jni", ".so");
                file.toFile().deleteOnExit();
                Files.copy(Objects.requireNonNull(in, name), file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<String> command(Launch launch) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(CLIENT_OPTIONS);
        command.add("-D" + CLIENT_LIBRARY + "=" + Library.FILE);
        command.addAll(launch.options());
        var paths = new ArrayList<>(clientJars());
        paths.addAll(launch.classPath());
        command.addAll(List.of(
                "-classpath",
                paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                CLIENT,
                launch.handler()));
        return command;
    }

    private static Map<String, String> environment(Launch launch, RuntimeApi api) {
        var environment = new HashMap<>(launch.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("LAMBDA_TASK_ROOT", launch.folder().toString());
        environment.putIfAbsent("AWS_LAMBDA_FUNCTION_NAME", "packaged");
        environment.putIfAbsent("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.putIfAbsent("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        return environment;
    }

    /** The runtime client and its dependencies, from this test's class path; never uploaded. */
    private static List<Path> clientJars() {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> CLIENT_JARS.stream().anyMatch(path.getFileName().toString()::startsWith))
                .toList();
        if (jars.size() != CLIENT_JARS.size()) {
            throw new IllegalStateException("the runtime client is not on the class path: " + jars);
        }
        return jars;
    }

    public Answered invoke(Body event) {
        return api.invoke(event);
    }

    public RuntimeApi api() {
        return api;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it has written so far, to be read line by line. */
    public List<String> output() {
        return lines(out);
    }

    /** What it has complained of so far. */
    public List<String> complaints() {
        return lines(err);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        api.close();
        try {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
