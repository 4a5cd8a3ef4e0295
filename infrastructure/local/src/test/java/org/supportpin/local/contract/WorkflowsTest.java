package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Build tools are pinned, like dependencies. */
class WorkflowsTest {

    private static final Pattern USES = Pattern.compile("(?m)uses: (.+)$");

    @Test
    void everyActionIsPinnedToACommitAndNamesItsVersion() throws IOException {
        for (var file : ProjectFiles.list(".github/workflows", ".yml")) {
            assertThat(USES.matcher(Files.readString(file)).results().map(use -> use.group(1)))
                    .isNotEmpty()
                    .allMatch(use -> use.matches("[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+"));
        }
    }

    @Test
    void noJobMayWriteToTheRepository() {
        assertThat(ProjectFiles.list(".github/workflows", ".yml"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ProjectFiles.yaml(".github/workflows/" + file.getFileName())
                                .path("permissions")
                                .toString())
                        .isEqualTo("{\"contents\":\"read\"}"));
    }
}
