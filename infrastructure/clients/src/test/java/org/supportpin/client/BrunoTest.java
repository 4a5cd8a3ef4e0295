package org.supportpin.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collection in bruno/. {@code -Dsupportpin.writeBruno=true} writes its requests anew. */
class BrunoTest {

    private static final Path COLLECTION = Desk.CLIENTS.resolve("bruno");
    private static final Pattern CALL = Pattern.compile("(?m)^(get|put|post|delete) \\{\\R  url: \\{\\{address}}(.*)$");

    private final BrunoCollection described = new BrunoCollection();

    private static Map<String, String> kept(String folder) throws IOException {
        var kept = new TreeMap<String, String>();
        try (var files = Files.walk(COLLECTION.resolve(folder))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                kept.put(COLLECTION.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return kept;
    }

    @Test
    void itHasARequestForEachOperationAndNoOther() throws IOException {
        var files = described.files();
        if (Boolean.getBoolean("supportpin.writeBruno")) {
            for (var file : files.entrySet()) {
                var place = COLLECTION.resolve(file.getKey());
                Files.createDirectories(place.getParent());
                Files.writeString(place, file.getValue());
            }
        }
        var kept = kept("");
        kept.keySet().removeIf(name -> name.startsWith("Day/") || !name.contains("/"));

        assertThat(kept).isEqualTo(files);
    }

    @Test
    void theDaysRequestsAreOperationsToo() throws IOException {
        var calls = kept("Day").values().stream()
                .flatMap(text -> CALL.matcher(text).results())
                .map(call -> call.group(1) + " " + call.group(2))
                .collect(Collectors.toSet());
        var known = described.operations().collect(Collectors.toSet());

        assertThat(calls)
                .hasSizeGreaterThan(8)
                .allSatisfy(call -> assertThat(call.equals("post /local/tokens") || known.contains(call))
                        .as(call)
                        .isTrue());
    }

    @Test
    void theDayRunsAgainstTheLocalStack(@TempDir Path data, @TempDir Path reports) throws Exception {
        var bruno = Desk.tool("bru");
        var report = reports.resolve("report.json");
        try (var desk = Desk.in(data)) {
            Desk.said(
                    COLLECTION,
                    Map.of(),
                    bruno,
                    "run",
                    "Day",
                    "--env",
                    "local",
                    "--env-var",
                    "address=" + desk.address(),
                    "--reporter-json",
                    report.toString());
        }
        // Bruno ends well also if it found nothing to run.
        assertThat(List.of(Files.readString(report).split("\"status\":\\s*\"pass\"", -1)))
                .hasSizeGreaterThan(kept("Day").size());
    }
}
