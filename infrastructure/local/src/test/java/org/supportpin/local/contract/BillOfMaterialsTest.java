package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The bill of materials lists what is deployed: each jar of the function, and no other. */
class BillOfMaterialsTest {

    private static final String FUNCTION = "functions/handlers/target/function/lib";

    @Test
    void itListsEachJarOfTheFunction() {
        var bill = ProjectFiles.root().resolve("functions/handlers/target/bom.json");
        assumeTrue(
                Files.exists(bill) && Files.exists(ProjectFiles.root().resolve(FUNCTION)),
                "the phase package has not laid the function out");

        assertThat(ProjectFiles.json(bill)
                        .path("components")
                        .valueStream()
                        .map(component -> component.path("name").asText() + "-"
                                + component.path("version").asText() + ".jar"))
                .containsExactlyInAnyOrderElementsOf(ProjectFiles.list(FUNCTION, ".jar").stream()
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .toList());
    }
}
