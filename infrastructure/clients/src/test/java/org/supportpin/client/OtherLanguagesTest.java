package org.supportpin.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same day as in {@link GeneratedClientTest}, with the clients that are generated for TypeScript and PHP. */
class OtherLanguagesTest {

    private static final String DAY = """
            inactive
            wrong PIN: 403, 4 left
            verified for 10 actions
            succeeded: shop.papadopoulou.gr A 195.251.255.20
            the customer sees it: yes
            the auditor sees it: yes
            """;

    @Test
    void aDayGoesThroughTheClientForTypeScript(@TempDir Path data) throws Exception {
        var folder = Desk.CLIENTS.resolve("typescript");
        assertThat(Desk.said(folder, Map.of(), Desk.tool("tsc"), "-p", "tsconfig.json"))
                .isEmpty();

        try (var desk = Desk.in(data)) {
            assertThat(desk.run(folder, Desk.command("node"), "../target/tsc/typescript/day.js"))
                    .isEqualTo(DAY);
        }
    }

    @Test
    void aDayGoesThroughTheClientForPhp(@TempDir Path data) throws Exception {
        try (var desk = Desk.in(data)) {
            assertThat(desk.run(
                            Desk.CLIENTS.resolve("php"),
                            Desk.command("php"),
                            "-d",
                            "error_reporting=E_ALL",
                            "-d",
                            "display_errors=stderr",
                            "day.php"))
                    .isEqualTo(DAY);
        }
    }
}
