package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beside the functions lies the text of each licence in them: the build writes it (infrastructure/notices). */
@Tag("ci")
class ThirdPartyNoticesTest {

    private static final Path FILE =
            PackagedJar.FILE.resolve("../../THIRD-PARTY-NOTICES.txt").normalize();

    private static final Pattern ENTRY = Pattern.compile("(?m)^[\\w.-]+:([\\w.-]+) (\\S+)\\n {4}.*\\btext ([\\d, ]+)$");
    private static final Pattern TEXT = Pattern.compile("(?m)^-{80}\\nText (\\d+): .*\\n-{80}\\n");
    private static final Pattern LEGAL = Pattern.compile("META-INF/[^/]*(LICENSE|NOTICE)[^/]*");

    /** Words that only a licence has. */
    private static final Pattern PERMITS =
            Pattern.compile("hereby grant|Redistribution and use|(?i)permission is hereby|grants? (to )?you");

    private record Entry(String version, String texts) {}

    private static Map<String, Entry> entries(String page) {
        return ENTRY.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> new Entry(found.group(2), found.group(3)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** By number, as the entries name them. */
    private static Map<String, String> texts(String page) {
        var numbers = TEXT.matcher(page).results().map(found -> found.group(1)).toList();
        var contents = TEXT.split(page);
        assertThat(contents).hasSize(numbers.size() + 1);
        var texts = new TreeMap<String, String>();
        for (var each = 0; each < numbers.size(); each++) {
            texts.put(numbers.get(each), contents[each + 1]);
        }
        return texts;
    }

    /** In one line, because the file leaves blanks at the ends of lines out. */
    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @Test
    void eachLibraryThatIsShippedIsThereWithTheTextOfALicence() throws IOException {
        var page = Files.readString(FILE);
        var entries = entries(page);
        var texts = texts(page);
        try (var packaged = new JarFile(PackagedJar.FILE.toFile())) {
            var shipped = new TreeSet<String>();
            for (var library : PackagedJar.libraries(packaged)) {
                shipped.add(String.valueOf(library.file().getFileName()));
            }

            assertThat(shipped).hasSizeGreaterThan(45);
            assertThat(entries.entrySet())
                    .extracting(entry -> entry.getKey() + "-" + entry.getValue().version() + ".jar")
                    .containsExactlyInAnyOrderElementsOf(shipped);
        }
        assertThat(entries)
                .allSatisfy((artifact, entry) -> assertThat(
                                Arrays.stream(entry.texts().split(", ")))
                        .as(artifact)
                        .anyMatch(number -> PERMITS.matcher(words(texts.getOrDefault(number, "")))
                                .find()));
    }

    @Test
    void eachTextOfALibraryIsThere() throws IOException {
        var page = words(Files.readString(FILE));
        try (var packaged = new JarFile(PackagedJar.FILE.toFile())) {
            for (var library : PackagedJar.libraries(packaged)) {
                try (var jar = new JarFile(library.file().toFile())) {
                    assertThat(jar.stream()
                                    .filter(entry ->
                                            LEGAL.matcher(entry.getName()).matches()))
                            .allSatisfy(entry -> assertThat(page)
                                    .contains(words(new String(
                                            PackagedJar.bytes(jar, entry.getName()), StandardCharsets.UTF_8))));
                }
            }
        }
    }
}
