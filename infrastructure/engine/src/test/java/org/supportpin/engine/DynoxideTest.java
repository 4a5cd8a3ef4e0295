package org.supportpin.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DynoxideTest {

    @TempDir
    Path folder;

    private Path program(String text) throws Exception {
        var file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static String answer(Dynoxide engine) throws Exception {
        try (var in = engine.uri().toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static void assertEnds(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void itServesUntilItIsClosed() throws Exception {
        long pid;
        try (var engine = Dynoxide.inMemory();
                var another = Dynoxide.inMemory()) {
            assertThat(answer(engine)).startsWith("healthy");
            assertThat(another.uri()).isNotEqualTo(engine.uri());
            pid = engine.pid();
        }
        assertEnds(pid);
    }

    /** It answers pages of every origin; none can ask sixteen million addresses for each port. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.WINDOWS})
    void itListensWhereNoPageFindsIt() throws Exception {
        try (var engine = Dynoxide.inMemory();
                var another = Dynoxide.inMemory()) {
            assertThat(engine.uri().getHost())
                    .startsWith("127.")
                    .isNotIn("127.0.0.1", another.uri().getHost());
            assertThat(answer(engine)).startsWith("healthy");
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> new Socket(
                                    InetAddress.getAllByName("127.0.0.1")[0],
                                    engine.uri().getPort())
                            .close());
        }
    }

    @Test
    void itsTablesLieInTheFile() throws Exception {
        var file = folder.resolve("tables.db");
        Dynoxide.on(file).close();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aMissingFolderIsReported() {
        assertThatExceptionOfType(NoEngine.class)
                .isThrownBy(() -> Dynoxide.on(folder.resolve("nowhere/tables.db")))
                .withMessageContaining("did not start")
                .withMessageContaining("nowhere");
    }

    @Test
    void aMissingBinaryIsReported() {
        var nowhere = folder.resolve("nowhere");
        assertThatExceptionOfType(NoEngine.class)
                .isThrownBy(() -> Dynoxide.start(nowhere, List.of()))
                .withMessageStartingWith(nowhere + " cannot be started: ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anotherProgramIsReportedWithItsOutput() throws Exception {
        var program = program("echo no such option >&2; exit 2");
        assertThatExceptionOfType(NoEngine.class)
                .isThrownBy(() -> Dynoxide.start(program, List.of()))
                .withMessage(program + " did not start: no such option");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPortThatSomebodyTookMeanwhileIsLeftToHim() throws Exception {
        var tries = folder.resolve("tries");
        var program = program("echo once >> " + tries + "; echo port 1 is already in use; exit 1");
        assertThatExceptionOfType(NoEngine.class)
                .isThrownBy(() -> Dynoxide.start(program, List.of()))
                .withMessageContaining("did not find a free port");
        assertThat(Files.readAllLines(tries)).hasSize(5);
    }

    /** A program that starts an engine, prints its process id, and waits. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println(Dynoxide.inMemory().pid());
            if (System.in.read() == 'x') {
                // No hook runs, and nothing is closed.
                Runtime.getRuntime().halt(0);
            }
        }
    }

    private static Process parent() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle engineOf(Process parent) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8));
        var engine = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
        assertThat(engine.isAlive()).isTrue();
        return engine;
    }

    @Test
    void itEndsWhenItsParentIsKilled() throws Exception {
        var parent = parent();
        var engine = engineOf(parent);
        parent.destroyForcibly();
        engine.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void itEndsWhenItsParentJustStops() throws Exception {
        var parent = parent();
        var engine = engineOf(parent);
        parent.getOutputStream().write('x');
        parent.getOutputStream().close();
        engine.onExit().get(10, TimeUnit.SECONDS);
    }
}
