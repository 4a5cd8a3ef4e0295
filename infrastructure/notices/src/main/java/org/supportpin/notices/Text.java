package org.supportpin.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * A licence or a notice that must go with a library.
 *
 * @param file its name within the jar, or where else it is from
 * @param content without blanks at the ends of lines, so that the same text of two libraries is the same here
 */
record Text(String file, String content) {

    private static final Pattern LEGAL = Pattern.compile(
            "(?:META-INF/)?[^/]*(?:LICEN[SC]E|NOTICE|COPYING|COPYRIGHT)[^/]*|META-INF/LICEN[SC]ES?/.+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LICENCE = Pattern.compile("LICEN[SC]E|COPYING", Pattern.CASE_INSENSITIVE);

    Text {
        content = content.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /** What a library's own jar says. */
    static List<Text> of(Library library) throws IOException {
        var found = new ArrayList<Text>();
        try (var jar = new JarFile(library.jar().toFile())) {
            for (var entry : jar.stream()
                    .filter(each -> !each.isDirectory()
                            && !each.getName().endsWith(".class")
                            && LEGAL.matcher(each.getName()).matches())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList()) {
                try (var in = jar.getInputStream(entry)) {
                    found.add(new Text(entry.getName(), new String(in.readAllBytes(), UTF_8)));
                }
            }
        }
        return found;
    }

    /** What this project keeps of a library whose makers publish its licence, but not in the jar. */
    static Optional<Text> kept(String artifact) throws IOException {
        return resource("texts/" + artifact + ".txt")
                .map(content -> new Text("the licence in its makers' repository", content));
    }

    static Optional<String> resource(String name) throws IOException {
        if (Text.class.getResource(name) == null) {
            return Optional.empty();
        }
        try (var in = Objects.requireNonNull(Text.class.getResourceAsStream(name))) {
            return Optional.of(new String(in.readAllBytes(), UTF_8));
        }
    }

    /** A notice alone permits nothing. */
    boolean licence() {
        return LICENCE.matcher(file).find();
    }
}
