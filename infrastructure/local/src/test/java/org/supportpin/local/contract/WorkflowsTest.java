package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Build tools are pinned, like dependencies. */
class WorkflowsTest {

    private static final Pattern USES = Pattern.compile("(?m)uses: (.+)$");
    private static final Pattern IMAGE = Pattern.compile("(?m)^\\s*(?:container|image): *(.+)$");
    /** A command up to the end of its line, or of its lines if a backslash continues it. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)^(?!\\s*#).*?\\b(pip install|npm (?:ci|i|install|add|update|exec|x)|npx) ((?:.*\\\\\\n)*.*)$");

    /** One version, and the SHA-256 of each file that may be installed as it. */
    private static final Pattern REQUIREMENT =
            Pattern.compile("[A-Za-z0-9-]+==[0-9a-z.]+(?: +--hash=sha256:[0-9a-f]{64})+");

    private static List<Path> scripts() {
        return Stream.concat(
                        ProjectFiles.list(".github/workflows", ".yml").stream(),
                        Stream.of(ProjectFiles.root().resolve(".ci/run")))
                .toList();
    }

    /** Each command, such as {@code npm ci}, with its arguments. */
    private static Stream<Map.Entry<String, String>> commands(String text) {
        return COMMAND.matcher(text).results().map(found -> Map.entry(found.group(1), found.group(2)));
    }

    /** What a requirements file demands, each on one line. */
    private static Stream<String> requirements(String text) {
        return text.replaceAll("\\s*\\\\\\n\\s*", " ").lines().filter(line -> !line.startsWith("#"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyImageIsPinnedToADigest() {
        assertThat(ProjectFiles.list(".github/workflows", ".yml"))
                .flatMap(file -> IMAGE.matcher(text(file))
                        .results()
                        .map(image -> image.group(1))
                        .toList())
                .isNotEmpty()
                .allMatch(image -> image.matches("[a-z0-9./:-]+@sha256:[0-9a-f]{64}"));
        assertThat(ProjectFiles.list("infrastructure/local/src/test/java/org/supportpin/local/emulator", ".java"))
                .map(WorkflowsTest::text)
                .filteredOn(test -> test.contains("DockerImageName.parse("))
                .hasSize(2)
                .allSatisfy(test -> assertThat(test).containsPattern("@sha256:[0-9a-f]{64}\""));
    }

    /** A description that nobody lints says what its readers refuse, and a template fails only when somebody deploys it. */
    @Test
    void everyDescriptionAndTemplateIsLinted() throws IOException {
        var lines = text(ProjectFiles.root().resolve(".ci/run")).lines().toList();
        var described = files(Pattern.compile("(?m)^(?:openapi|asyncapi): "));
        var templates = files(Pattern.compile("(?m)^AWSTemplateFormatVersion: "));

        assertThat(described).contains("infrastructure/openapi.yaml", "infrastructure/events.yaml");
        assertThat(templates).contains("template.yaml", "infrastructure/monitoring.yaml");
        assertThat(argumentsAfter(lines, "/redocly\" lint")).containsAll(described);
        assertThat(argumentsAfter(lines, "  cfn-lint template.yaml")).containsAll(templates);
    }

    /** The words of the command that a line has a part of. */
    private static List<String> argumentsAfter(List<String> lines, String part) {
        var words = new ArrayList<String>();
        var from = lines.stream().dropWhile(line -> !line.contains(part)).iterator();
        String line;
        do {
            line = from.next();
            words.addAll(List.of(line.strip().split("\\s+")));
        } while (line.endsWith("\\"));
        return words;
    }

    /** YAML files of the project with such a line, but those of tests and builds. */
    private static List<String> files(Pattern line) throws IOException {
        var root = ProjectFiles.root();
        try (var all = Files.find(
                root,
                4,
                (path, attributes) ->
                        attributes.isRegularFile() && path.toString().endsWith(".yaml"))) {
            return all.filter(file -> line.matcher(text(file)).find())
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> Stream.of(file.split("/")).noneMatch(Set.of("src", "target")::contains))
                    .sorted()
                    .toList();
        }
    }

    /** Packages come from lock files with hashes, and pip demands one for each. */
    @Test
    void nothingIsInstalledThatNoLockFileNames() {
        var all = scripts().stream().flatMap(file -> commands(text(file))).toList();

        assertThat(all).extracting(Map.Entry::getKey).contains("pip install", "npm ci");
        assertThat(all).allSatisfy(command -> {
            assertThat(command.getKey()).isIn("pip install", "npm ci");
            if (command.getKey().equals("npm ci")) {
                assertThat(command.getValue()).contains("--ignore-scripts");
            } else {
                assertThat(command.getValue())
                        .contains(
                                "--require-hashes",
                                "--only-binary=:all:",
                                "-r .github/workflows/lint-requirements.txt");
            }
        });
    }

    @Test
    void eachInstallingCommandIsFound() {
        assertThat(commands("  run: |\n    pip install x\n    npm install y\n# npm install z\nnpx -y w\n"))
                .containsExactly(
                        Map.entry("pip install", "x"), Map.entry("npm install", "y"), Map.entry("npx", "-y w"));
    }

    @Test
    void pipsPackagesHaveOneVersionAndItsHashes() {
        assertThat(requirements(text(ProjectFiles.root().resolve(".github/workflows/lint-requirements.txt"))))
                .hasSizeGreaterThan(20)
                .allMatch(REQUIREMENT.asMatchPredicate());
    }

    @Test
    void aPackageWithoutHashIsFound() {
        var hash = "--hash=sha256:" + "0".repeat(64);

        assertThat(requirements("# all\na==1 \\\n    %1$s \\\n    %1$s\nb==2\nc==3 %1$s\nd %1$s".formatted(hash)))
                .hasSize(4)
                .filteredOn(REQUIREMENT.asMatchPredicate().negate())
                .containsExactly("b==2", "d " + hash);
    }

    /** And no file names a registry's host, so that a mirror serves as well. What is packed into another package has its hash in that one's. */
    @ParameterizedTest
    @ValueSource(strings = {"infrastructure/clients/npm", "infrastructure/reference"})
    void npmsPackagesHaveTheirHashes(String folder) {
        var lock = ProjectFiles.json(text(ProjectFiles.root().resolve(folder).resolve("package-lock.json")));

        assertThat(lock.path("packages").properties())
                .filteredOn(each -> !each.getKey().isEmpty())
                .isNotEmpty()
                .allMatch(each -> (each.getValue().path("inBundle").asBoolean()
                                || each.getValue().path("integrity").asText().startsWith("sha512-"))
                        && !each.getValue().has("resolved"));
    }

    /** A workflow of this project's own is of the same commit. */
    @Test
    void everyActionIsPinnedToACommitAndNamesItsVersion() throws IOException {
        for (var file : ProjectFiles.list(".github/workflows", ".yml")) {
            assertThat(USES.matcher(Files.readString(file)).results().map(use -> use.group(1)))
                    .isNotEmpty()
                    .allMatch(use -> use.matches("[a-z-]+/[a-z/-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+")
                            || use.matches("\\./\\.github/workflows/[a-z-]+\\.yml"));
        }
    }

    @Test
    void noJobMayWriteToTheRepositoryButTheOneThatPublishes() {
        assertThat(ProjectFiles.list(".github/workflows", ".yml")).isNotEmpty().allSatisfy(file -> {
            var workflow = workflow(file.getFileName().toString());
            assertThat(workflow.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
            assertThat(workflow.path("jobs").properties())
                    .filteredOn(job -> job.getValue().has("permissions"))
                    .allMatch(
                            job -> file.endsWith("release.yml") && job.getKey().equals("publish"));
        });
    }

    /** What may write could be made to by any script or action that it runs. */
    @Test
    void theJobThatPublishesRunsNothingOfTheRepository() {
        var publish = workflow("release.yml").path("jobs").path("publish");

        assertThat(publish.path("steps").findValuesAsText("uses"))
                .isNotEmpty()
                .allMatch(use -> use.startsWith("actions/"))
                .noneMatch(use -> use.startsWith("actions/checkout@"));
        assertThat(publish.path("steps").findValuesAsText("run"))
                .isNotEmpty()
                .noneMatch(command -> command.contains("${{"))
                .noneMatch(command -> Pattern.compile("(?m)^\\s*((bash|sh|mvn|npm|python3?)\\b|\\.)")
                        .matcher(command)
                        .find());
    }

    /** Nothing is published that was not tested, and whose libraries were not looked up. */
    @Test
    void aReleaseIsBuiltTestedAndScanned() {
        var release = workflow("release.yml").path("jobs");
        assertThat(release.path("publish").path("needs").toString()).contains("\"build\"");
        assertThat(release.path("build").path("uses").asText()).isEqualTo("./.github/workflows/build.yml");

        var build = workflow("build.yml").path("jobs");
        assertThat(build.path("build").path("steps").findValuesAsText("run")).contains(".ci/run");
        assertThat(build.path("scan").toString()).contains("osv-scanner-action@", "--lockfile=bom.json");
    }

    private static JsonNode workflow(String name) {
        return ProjectFiles.yaml(".github/workflows/" + name);
    }
}
