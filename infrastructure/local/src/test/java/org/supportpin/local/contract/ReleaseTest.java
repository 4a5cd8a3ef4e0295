package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What release.xml puts into the zip, which people unpack with whatever they have. */
class ReleaseTest {

    private static final Path ROOT = ProjectFiles.root();
    private static final String ASSEMBLY = "functions/handlers/src/main/assembly/release.xml";

    /** The patterns of an element of the first file set, which is the one of the project's own files. */
    private static List<String> patterns(String element) throws IOException {
        var own = Files.readString(ROOT.resolve(ASSEMBLY)).split("</fileSet>", 2)[0];
        return Pattern.compile("<" + element + ">(.+)</" + element + ">")
                .matcher(own)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean matches(List<String> patterns, Path file) {
        return patterns.stream()
                .map(pattern -> pattern.replace("**/", "{,**/}"))
                .anyMatch(pattern -> FileSystems.getDefault()
                        .getPathMatcher("glob:" + pattern)
                        .matches(file));
    }

    private static List<Path> files() throws IOException {
        var excluded = patterns("exclude");
        return patterns("include").stream()
                .flatMap(ReleaseTest::files)
                .filter(file -> !matches(excluded, file))
                .toList();
    }

    private static Stream<Path> files(String pattern) {
        var folder = ROOT.resolve(pattern.replaceAll("[^/]*$", ""));
        try (Stream<Path> files = Files.walk(folder, pattern.endsWith("/**") ? Integer.MAX_VALUE : 1)) {
            return files
                    .filter(file -> !Files.isDirectory(file))
                    .map(ROOT::relativize)
                    .filter(file -> matches(List.of(pattern), file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** `jar xf`, Python and Windows make of a link a text file with the name of another file, and PHP prints it. */
    @Test
    void noFileIsALink() throws IOException {
        assertThat(files())
                .contains(Path.of("README.md"), Path.of("web/bar/support-pin-bar.js"))
                .doesNotContain(Path.of("web/local/index.html"))
                .filteredOn(file -> Files.isSymbolicLink(ROOT.resolve(file)))
                .isEmpty();
    }

    /** The module is copied into WHMCS as it is, so it has the file for PHP once more. */
    @Test
    void theModuleForWhmcsHasTheSameFileAsOtherPanels() throws IOException {
        assertThat(ROOT.resolve("integrations/whmcs/modules/addons/supportpin/support-pin.php"))
                .hasSameTextualContentAs(ROOT.resolve("integrations/php/support-pin.php"));
    }

    /** It has no pom.xml, so a command of Maven needs a clone. */
    @Test
    void theStepsThatNeedACloneAreNamed() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/deployment.md"));
        var steps = page.substring(page.indexOf("\n## Ten steps"), page.indexOf("\n### When the first"));
        var withMaven = Pattern.compile("(?ms)^([0-9]+)\\. (.*?)(?=^[0-9]+\\. |\\z)")
                .matcher(steps)
                .results()
                .filter(step -> step.group(2).contains("mvn "))
                .map(step -> step.group(1))
                .toList();

        assertThat(files()).doesNotContain(Path.of("pom.xml"));
        assertThat(steps)
                .contains("steps " + String.join(", ", withMaven.subList(0, withMaven.size() - 1)) + " and "
                        + withMaven.getLast() + " run Maven in a clone");
    }
}
