package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A release is one version, whatever names it. */
class VersionTest {

    private static final Path ROOT = ProjectFiles.root();
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern FILE = Pattern.compile("support-pin-(?:demo-)?(\\d[\\w.-]*)\\.zip");

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    /** The first one in a pom.xml is its own, or its parent's. */
    private static String version(Path pom) throws IOException {
        return VERSION.matcher(Files.readString(pom))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 4)) {
            return files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target"))
                    .toList();
        }
    }

    @Test
    void eachModuleIsOfTheVersion() throws IOException {
        var version = version(ROOT.resolve("pom.xml"));

        assertThat(modules()).hasSizeGreaterThan(14);
        for (var module : modules()) {
            assertThat(version(module)).as(module.toString()).isEqualTo(version);
        }
    }

    @Test
    void theDescriptionsAndTheTemplateNameIt() throws IOException {
        var version = version(ROOT.resolve("pom.xml"));

        assertThat(ProjectFiles.yaml("infrastructure/openapi.yaml")
                        .at("/info/version")
                        .asText())
                .isEqualTo(version);
        assertThat(ProjectFiles.yaml("docs/connectors/webhook-openapi.yaml")
                        .at("/info/version")
                        .asText())
                .isEqualTo(version);
        assertThat(ProjectFiles.yaml("template.yaml")
                        .at("/Metadata/SupportPin/Version")
                        .asText())
                .isEqualTo(version);
    }

    /** The workflow takes the part of this name for the release's text. */
    @Test
    void theChangelogHasAPartForIt() throws IOException {
        assertThat(text("CHANGELOG.md")).containsPattern("(?m)^## " + version(ROOT.resolve("pom.xml")) + "$");
    }

    @Test
    void theDocumentsNameFilesOfThisVersion() throws IOException {
        var version = version(ROOT.resolve("pom.xml"));
        for (var page : List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/settings.md")) {
            assertThat(FILE.matcher(text(page)).results().map(found -> found.group(1)))
                    .as(page)
                    .isNotEmpty()
                    .containsOnly(version);
        }
    }
}
