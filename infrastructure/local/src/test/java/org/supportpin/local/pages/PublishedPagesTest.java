package org.supportpin.local.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.local.contract.ProjectFiles;

/** What docs/deployment.md has its reader upload: all that a deployed page needs, and nothing of the local stack. */
class PublishedPagesTest {

    private static final Path WEB = ProjectFiles.root().resolve("web");
    private static final String COMMAND = "docs/deployment.md";

    /** Imports, and everything else with a path from the root. */
    private static final Pattern IN_SCRIPTS = Pattern.compile(
            "\\b(?:from|import)\\s*\\(?\\s*[\"']([^\"']+)[\"']|[\"'](/[\\w/.-]+\\.(?:js|css|svg|png|html))[\"']");

    private static final Pattern IN_MARKUP = Pattern.compile("\\b(?:src|href)=\"([^\"]+)\"");
    private static final Pattern IN_STYLES =
            Pattern.compile("url\\(\\s*[\"']?([^\"')]+)[\"']?\\s*\\)|@import\\s+[\"']([^\"']+)[\"']");
    /** Where the documents' examples have the pages. */
    private static final Pattern IN_DOCUMENTS = Pattern.compile("https://pin\\.example\\.gr/([\\w/.-]+\\.\\w+)");

    private static SyncCommand documented() {
        var commands = SyncCommand.in(ProjectFiles.text(ProjectFiles.root().resolve(COMMAND)));
        assertThat(commands).as("the commands in " + COMMAND).hasSize(1);
        return commands.getFirst();
    }

    private static Set<String> published() {
        var command = documented();
        assertThat(command.source()).isEqualTo("web/");
        try (var files = Files.walk(WEB)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> WEB.relativize(file).toString().replace('\\', '/'))
                    .filter(command::uploads)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a file loads, by the paths under which it is published. */
    private static Stream<String> loads(String file) {
        var syntax = switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "js" -> IN_SCRIPTS;
            case "html" -> IN_MARKUP;
            case "css" -> IN_STYLES;
            default -> Pattern.compile("(?!)");
        };
        return references(syntax, ProjectFiles.text(WEB.resolve(file)))
                .map(reference ->
                        URI.create("/" + file).resolve(reference).toString().substring(1));
    }

    private static Stream<String> references(Pattern syntax, String text) {
        return syntax.matcher(text)
                .results()
                .map(found -> found.group(1) != null || found.groupCount() == 1 ? found.group(1) : found.group(2));
    }

    @Test
    void nothingOfTheLocalStackIsPublished() {
        assertThat(WEB.resolve("local/index.html")).exists();
        assertThat(published())
                .isNotEmpty()
                .noneMatch(file -> file.startsWith("local/"))
                .allSatisfy(file -> assertThat(ProjectFiles.text(WEB.resolve(file)))
                        .as("the local stack's routes, in " + file)
                        .doesNotContain("/local/"));
    }

    @Test
    void everythingThatAPublishedFileLoadsIsPublished() {
        var published = published();
        assertThat(published).anySatisfy(file -> assertThat(loads(file)).hasSizeGreaterThan(5));
        for (var file : published) {
            assertThat(loads(file)).as("loaded by " + file).isSubsetOf(published);
        }
    }

    @Test
    void everythingThatTheDocumentsTellPagesToLoadIsPublished() {
        var named = Stream.of("docs/panel-integration.md", "docs/agent-console.md")
                .flatMap(document -> references(
                        IN_DOCUMENTS, ProjectFiles.text(ProjectFiles.root().resolve(document))))
                .toList();
        assertThat(named).contains("bar/support-pin-bar.js", "console/console.js");
        assertThat(published()).containsAll(named);
    }

    /** A second one could differ. */
    @Test
    void noOtherFileHasTheCommand() {
        try (var documents = Files.walk(ProjectFiles.root().resolve("docs"))) {
            var others = Stream.concat(
                            documents.filter(Files::isRegularFile),
                            Stream.of("README.md", "CONTRIBUTING.md", "infrastructure/pages.yaml")
                                    .map(ProjectFiles.root()::resolve))
                    .filter(file -> !file.equals(ProjectFiles.root().resolve(COMMAND)))
                    .filter(file -> file.toString().matches(".*\\.(md|yaml)"));
            assertThat(others)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(ProjectFiles.text(file)).doesNotContain("s3 sync"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Nested
    class Filters {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "--delete | local/front/front.js | true",
                    "--exclude \"local/*\" | local/front/front.js | false",
                    "--exclude 'local/*' --delete | local/index.html | false",
                    "--exclude local/* | locals.js | true",
                    "--exclude \"*.md\" | bar/notes.md | false",
                    "--exclude \"bar/?.js\" | bar/a.js | false",
                    "--exclude \"bar/?.js\" | bar/ab.js | true",
                    "--exclude \"*\" --include \"bar/*\" | bar/a.js | true",
                    "--exclude \"*\" --include \"bar/*\" | panel/a.js | false",
                    "--include \"bar/*\" --exclude \"*\" | bar/a.js | false"
                })
        void theLastOneThatMatchesDecides(String options, String file, boolean isUploaded) {
            var commands = SyncCommand.in("Run `aws s3 sync web/ s3://a " + options + "` then.");
            assertThat(commands)
                    .singleElement()
                    .satisfies(command -> assertThat(command.uploads(file)).isEqualTo(isUploaded));
        }

        @Test
        void aCommandOfSeveralLinesIsReadWhole() {
            var commands = SyncCommand.in("    aws s3 sync web/ s3://a --delete \\\n      --exclude \"a/*\"\nText.");
            assertThat(commands).singleElement().satisfies(command -> {
                assertThat(command.source()).isEqualTo("web/");
                assertThat(command.uploads("a/b")).isFalse();
            });
        }

        @Test
        void anOptionThatThisTestDoesNotKnowIsRefused() {
            assertThatThrownBy(() -> SyncCommand.in("aws s3 sync web/ s3://a --follow-symlinks"))
                    .hasMessageContaining("--follow-symlinks");
        }

        @Test
        void eachCommandIsFound() {
            assertThat(List.of("aws s3 sync a/ b", "`aws s3 sync a/ b` and `aws s3 sync c/ d`"))
                    .extracting(text -> SyncCommand.in(text).size())
                    .containsExactly(1, 2);
        }
    }
}
