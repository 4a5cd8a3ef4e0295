package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.supportpin.domain.testing.PowerDnsServer;

/** What {@code dig} gets from a name server on this machine. */
final class Dig {

    private static final Path PROGRAM = Path.of("/usr/bin/dig");

    private Dig() {}

    /** Without it, the test is aborted with a message. */
    static void assumeInstalled() {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "dig is not installed here (Debian: bind9-dnsutils).");
    }

    /** The values of an RRset, as {@code dig +short} prints them, sorted; none if there is no answer. */
    static List<String> answers(PowerDnsServer server, String name, String type) {
        try {
            var dig = new ProcessBuilder(
                            PROGRAM.toString(),
                            "@127.0.0.1",
                            "-p",
                            String.valueOf(server.port()),
                            "+short",
                            "+time=5",
                            "-q",
                            name,
                            "-t",
                            type)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(dig.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(dig.waitFor()).as(said).isZero();
            return said.lines().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The serial in the zone's SOA record. */
    static long serial(PowerDnsServer server, String zone) {
        return Long.parseLong(answers(server, zone, "SOA").getFirst().split(" ", -1)[2]);
    }
}
