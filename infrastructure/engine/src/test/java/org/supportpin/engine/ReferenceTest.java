package org.supportpin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path PAGE = PROJECT.resolve("infrastructure/reference/target/site/reference/index.html");

    @Test
    void theBuildRenderedThePageAndDoesNotRenderItAgain() throws Exception {
        assumeThat(Path.of("/usr/bin/node")).isExecutable();
        assertThat(Reference.render("node", PROJECT)).isEmpty();
        var rendered = Files.getLastModifiedTime(PAGE);

        assertThat(Reference.render("node", PROJECT)).isEmpty();

        assertThat(Files.getLastModifiedTime(PAGE)).isEqualTo(rendered);
    }

    @Test
    void withoutNodeOneSentenceSaysSo() {
        assertThat(Reference.render("no-node-of-this-name", PROJECT))
                .startsWith("Node.js was not found")
                .endsWith("/reference/.");
    }

    @Test
    void soItDoesAfterAFault(@TempDir Path elsewhere) {
        assumeThat(Path.of("/usr/bin/node")).isExecutable();
        assertThat(Reference.render("node", elsewhere)).startsWith("The reference could not be rendered");
    }
}
