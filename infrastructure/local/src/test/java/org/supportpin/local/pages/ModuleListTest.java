package org.supportpin.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.contract.ProjectFiles;

/** A page names its modules so that none waits for another. The lists follow from the imports, and this says so when one of them changes. */
class ModuleListTest {

    private static final Path WEB = ProjectFiles.root().resolve("web");

    private static final Pattern IMPORTED =
            Pattern.compile("^(?:import|export)\\b[^;]*?[\"']([^\"']+\\.js)[\"'];", Pattern.MULTILINE);
    private static final Pattern IMPORTED_LATER = Pattern.compile("\\bimport\\(\"([^\"]+\\.js)\"\\)");
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\">");
    private static final Pattern NAMED =
            Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\"(?: fetchpriority=\"low\")?>");

    /** As the local stack serves them: what it alone has comes second. */
    private static String text(String path) {
        try {
            var published = WEB.resolve(path.substring(1));
            return Files.readString(
                    Files.exists(published) ? published : WEB.resolve("local").resolve(path.substring(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> found(Pattern pattern, String path) {
        return pattern.matcher(text(path))
                .results()
                .map(each -> URI.create(path).resolve(each.group(1)).toString())
                .toList();
    }

    private static void follow(String module, Set<String> into) {
        if (into.add(module)) {
            found(IMPORTED, module).forEach(each -> follow(each, into));
        }
    }

    private static Set<String> withImports(Stream<String> modules) {
        var all = new TreeSet<String>();
        modules.forEach(module -> follow(module, all));
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/console/index.html", "/supervisor/index.html", "/examples/account.html", "/examples/panel.html"
            })
    void aPageNamesWhatItsScriptsImportFirst(String page) {
        var scripts = found(SCRIPT, page);
        assertThat(scripts).isNotEmpty();
        // The page's own script may ask for something while the rest of the first screen comes.
        var own = found(IMPORTED_LATER, scripts.getLast());
        var first = withImports(Stream.concat(scripts.stream(), own.stream()));
        var named = found(NAMED, page);
        assertThat(named).doesNotHaveDuplicates();

        first.removeAll(scripts);
        var others = named.stream().filter(each -> !scripts.contains(each)).toList();
        assertThat(others).hasSizeGreaterThanOrEqualTo(first.size());
        assertThat(new TreeSet<>(others.subList(0, first.size()))).isEqualTo(first);

        first.addAll(scripts);
        var later = withImports(first.stream().flatMap(module -> found(IMPORTED_LATER, module).stream()));
        assertThat(others.subList(first.size() - scripts.size(), others.size())).isSubsetOf(later);
    }
}
