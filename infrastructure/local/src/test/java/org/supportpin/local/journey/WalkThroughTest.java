package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.local.contract.ProjectFiles;

/** The call by curl in docs/try-it.md works: its commands are run as written. */
class WalkThroughTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    /** Runs a command, shows its output, and stops the script if a line that the page promises is missing. */
    private static final String PRELUDE = """
            set -euo pipefail
            promise() { case "$said" in *"$1"*) ;; *) echo "NOT KEPT: $1"; echo "SAID: $said"; exit 1;; esac; }
            """;

    @TempDir
    Path data;

    @Test
    void everyCommandSaysWhatThePagePromises() throws Exception {
        assumeThat(isThere("bash") && isThere("curl"))
                .as("bash and curl are installed; without them the call by curl is not tested")
                .isTrue();
        try (var service = Service.gated(data)) {
            var script = BLOCK.matcher(Files.readString(ProjectFiles.root().resolve("docs/try-it.md")))
                    .results()
                    .map(WalkThroughTest::commands)
                    .collect(Collectors.joining("\n", PRELUDE, "echo ALL KEPT\n"))
                    .replace(
                            "http://127.0.0.1:8080",
                            service.stack().uri().toString().replaceAll("/$", ""));

            assertThat(run(script)).endsWith("ALL KEPT\n");
            assertThat(script).contains("promise ");
        }
    }

    /** The output of a command is kept, and the lines that the page promises after it are looked for in it. */
    private static String commands(MatchResult block) {
        return block.group(1)
                .replaceAll("(?m)^(curl .*)\n(?=#>)", "said=\\$($1)\n")
                .replaceAll("(?m)^#> (.*)$", "promise '$1'");
    }

    private static boolean isThere(String command) {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException notThere) {
            return false;
        }
    }

    private static String run(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
