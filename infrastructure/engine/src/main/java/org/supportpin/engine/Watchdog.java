package org.supportpin.engine;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/**
 * Ends the engine when this JVM ends, even by {@code kill -9}: a shell reads from a pipe, and the system closes the JVM's end of
 * it.
 */
final class Watchdog {

    private Watchdog() {}

    static void over(Process engine, Platform platform) throws IOException {
        var dog = new ProcessBuilder(command(engine.pid(), platform))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        // If the engine ends first, its process id may be reused, so nothing must be killed any more.
        var unused = engine.onExit().thenRun(() -> release(dog));
    }

    /** A line means that all is well, the end of the input that the JVM has ended. The shell ignores Ctrl-C. */
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
            // It has ended already, so it kills nothing.
            dog.destroyForcibly();
        }
    }
}
