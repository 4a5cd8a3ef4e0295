package org.supportpin.notices;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The libraries compiled into a program, which has no file of theirs: {@code compiled/<name>-<version>.txt} lists them with their
 * licences, whose texts are kept beside it.
 *
 * @param program with its version, as the list is named
 * @param apache the Apache License 2.0, for those that it is the licence of
 */
record Compiled(String program, Text apache) {

    private static final String APACHE = "apache";

    /** Where the Rust compiler found a library's source: a program that may panic has the path. */
    private static final Pattern SOURCE = Pattern.compile(
            "(?:registry[/\\\\]src[/\\\\][^/\\\\]{1,80}|/rust/deps)[/\\\\]([\\w-]+?)-(\\d+\\.\\d+\\.\\d+[\\w.+-]*)[/\\\\]");

    /**
     * The notices, compared with the program: it names many of the libraries in it.
     *
     * @param folder where the program is, alone
     * @throws NoLicence if it names a library that is not listed, or none, so that there is nothing to compare with; or if there is no
     *     list, or no text
     */
    List<Notice> in(Path folder) throws IOException {
        var listed = listed();
        var missing = named(folder);
        if (missing.isEmpty()) {
            throw new NoLicence(program + " names none of the libraries compiled into it: nobody knows whether "
                    + list() + " is right.");
        }
        listed.forEach(library -> missing.remove(library.name() + " " + library.version()));
        if (!missing.isEmpty()) {
            throw new NoLicence(program + " is shipped without the licences of " + String.join(", ", missing)
                    + ", which are compiled into it: add them to " + list() + " in infrastructure/notices.");
        }
        return listed;
    }

    private List<Notice> listed() throws IOException {
        var lines = Text.resource(list())
                .orElseThrow(() ->
                        new NoLicence(program + " is shipped without the licences of the libraries compiled into it:"
                                + " infrastructure/notices has no " + list() + "."));
        var notices = new ArrayList<Notice>();
        for (var line : lines.lines().filter(each -> !each.startsWith("#")).toList()) {
            var fields = line.split("; ", -1);
            var texts = new ArrayList<Text>();
            for (var name : fields[3].split(" ", -1)) {
                texts.add(name.equals(APACHE) ? apache : text(name));
            }
            notices.add(new Notice(fields[0], fields[1], List.of(fields[2]), texts));
        }
        return notices;
    }

    private String list() {
        return "compiled/" + program + ".txt";
    }

    private Text text(String name) throws IOException {
        var file = "compiled/texts/" + name + ".txt";
        return new Text(
                "compiled into " + program,
                Text.resource(file)
                        .orElseThrow(() -> new NoLicence(
                                list() + " names " + file + ", which infrastructure/notices does not have.")));
    }

    private static SortedSet<String> named(Path folder) throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                SOURCE.matcher(Files.readString(file, ISO_8859_1))
                        .results()
                        .forEach(found -> named.add(found.group(1) + " " + found.group(2)));
            }
        }
        return named;
    }
}
