package org.supportpin.functions.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.testing.Environments;
import org.supportpin.functions.verification.VerificationHandler;

/** In a JVM of its own, because a JVM decides on its first name how long it keeps them. */
class NameCacheTest {

    private static final String NAME = "aws.example";
    private static final Context<Resource> CONTEXT = new Context<>() {
        @Override
        public void beforeCheckpoint(Context<? extends Resource> context) {}

        @Override
        public void afterRestore(Context<? extends Resource> context) {}

        @Override
        public void register(Resource resource) {}
    };

    /** A function whose endpoint's address changes while it is a snapshot. */
    static final class Function {

        private Function() {}

        public static void main(String[] arguments) throws Exception {
            var wiring = SnapStart.fromEnvironment(Scenes.VERIFICATION, VerificationHandler::new);
            wiring.priming().beforeCheckpoint(CONTEXT);
            Files.writeString(Path.of(System.getProperty("jdk.net.hosts.file")), "127.0.0.2 " + NAME + "\n");
            wiring.priming().afterRestore(CONTEXT);
            System.out.println("after: " + InetAddress.getAllByName(NAME)[0].getHostAddress());
        }
    }

    @Test
    void aNameThatTheRehearsalResolvedIsResolvedAgainAfterTheRestore(@TempDir Path folder) throws Exception {
        var hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + NAME + "\n");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djdk.net.hosts.file=" + hosts,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Function.class.getName())
                .redirectErrorStream(true);
        // Nothing listens there: the rehearsal fails, but only once the name is resolved.
        builder.environment().putAll(Environments.at("http://" + NAME + ":1"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("ConnectException").contains("after: 127.0.0.2");
    }
}
