package org.supportpin.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a separate process, as a person would start it. */
class MainTest {

    @TempDir
    Path folder;

    private Process run(String port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                folder.toString()));
        builder.environment().put("SUPPORT_PIN_PORT", port);
        builder.environment().put("SUPPORT_PIN_DATA", "data");
        return builder.start();
    }

    @Test
    void aFaultIsOneSentenceWithoutAStackTrace() throws Exception {
        var process = run("0");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                .isEqualTo(folder.resolve("template.yaml") + " does not exist; run this in the project's folder.\n");
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    @Test
    void itSaysWhatItServesAndStopsOnASignal() throws Exception {
        // The functions come later: here the template has none.
        Files.writeString(folder.resolve("template.yaml"), "Resources: {Api: {Type: AWS::Serverless::HttpApi}}");
        var process = run("0");
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        assertThat(out.readLine()).isEmpty();
        assertThat(out.readLine())
                .startsWith("Support PIN runs on http://127.0.0.1:")
                .endsWith("Press Ctrl-C to stop.");
        process.toHandle().destroy();
        assertThat(process.waitFor(5, TimeUnit.SECONDS))
                .as("stops within seconds")
                .isTrue();
        assertThat(out.lines().toList())
                .filteredOn(line -> line.contains("curl -s"))
                .hasSize(3);
        assertThat(process.getErrorStream().readAllBytes())
                .as("nothing to complain about")
                .isEmpty();
    }
}
