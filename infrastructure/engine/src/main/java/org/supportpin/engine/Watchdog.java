package org.supportpin.engine;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/**
 * Ends the engine when this JVM is gone, however it went: a shell that waits on a pipe of which the JVM holds the other end. The
 * system closes that end even after a {@code kill -9}.
 */
final class Watchdog {

    private Watchdog() {}

    static void over(Process engine, Platform platform) throws IOException {
        var dog = new ProcessBuilder(command(engine.pid(), platform))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        // The engine ended first: its number may soon be another's, so nothing is to be killed any more.
        var unused = engine.onExit().thenRun(() -> release(dog));
    }

    /** A line means that all is well, and the end of the input that the JVM is gone. Ctrl-C reaches the shell too, and is not its business. */
    private static List<String> command(long pid, Platform platform) {
        return platform.isWindows()
                ? List.of(
                        "powershell",
                        "-NoProfile",
                        "-NonInteractive",
                        "-Command",
                        "if ($null -eq [Console]::In.ReadLine()) { Stop-Process -Force -Id " + pid + " }")
                : List.of(
                        "sh",
                        "-c",
                        "trap '' INT HUP TERM; read -r line || { kill $0; sleep 2; kill -9 $0; }",
                        Long.toString(pid));
    }

    private static void release(Process dog) {
        try (var input = dog.getOutputStream()) {
            input.write('\n');
        } catch (IOException e) {
            // It is gone already, so it kills nothing either.
            dog.destroyForcibly();
        }
    }
}
