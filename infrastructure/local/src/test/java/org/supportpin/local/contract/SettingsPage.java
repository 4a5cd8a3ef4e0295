package org.supportpin.local.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of docs/settings.md. */
final class SettingsPage {

    /**
     * A row of a table.
     *
     * @param section the heading of the second level above it
     * @param part the heading of the third level; may be empty
     * @param cells by their column's title, without backquotes
     */
    record Row(String section, String part, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private final List<Row> rows = new ArrayList<>();

    SettingsPage() {
        var section = "";
        var part = "";
        List<String> titles = List.of();
        for (var line : lines()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
                part = "";
            } else if (line.startsWith("### ")) {
                part = line.substring(4);
            }
            if (!line.startsWith("|")) {
                titles = List.of();
            } else if (titles.isEmpty()) {
                titles = cells(line);
            } else if (!line.startsWith("|---")) {
                rows.add(new Row(section, part, byTitle(titles, cells(line))));
            }
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(ProjectFiles.root().resolve("docs/settings.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1).split("\\|"))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }

    private static Map<String, String> byTitle(List<String> titles, List<String> cells) {
        if (cells.size() != titles.size()) {
            throw new IllegalStateException(cells + " has not the columns " + titles);
        }
        var row = new HashMap<String, String>();
        for (int column = 0; column < titles.size(); column++) {
            row.put(titles.get(column), cells.get(column));
        }
        return row;
    }

    /** The rows of a section whose tables have this column. */
    Stream<Row> rows(String section, String column) {
        return rows.stream()
                .filter(row -> row.section().equals(section) && row.cells().containsKey(column));
    }
}
