package org.supportpin.notices;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Called by the build: {@code OUTPUT REPOSITORY APACHE CLASSPATH [NAME=FILE]…}. Writes the notices for what is shipped.
 *
 * <p>OUTPUT is the file to write, REPOSITORY is Maven's local one, APACHE the text of the Apache License 2.0, and CLASSPATH what is
 * shipped, modules of this project among it. NAME=FILE is something else that is shipped: its text is kept here under that name, and
 * the properties {@code version} and {@code licences} of FILE are its version, and what is said of its licences, possibly that some are
 * missing.
 */
public final class Main {

    private static final int LEAST_ARGUMENTS = 4;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < LEAST_ARGUMENTS) {
            throw new IllegalArgumentException("OUTPUT REPOSITORY APACHE CLASSPATH [NAME=FILE]...");
        }
        var output = Path.of(arguments[0]);
        var repository = Path.of(arguments[1]);
        var licences =
                new Licences(repository, new Text("Apache License 2.0", Files.readString(Path.of(arguments[2]))));
        var notices = new ArrayList<Notice>();
        for (var library : libraries(repository, arguments[3])) {
            notices.add(licences.of(library));
        }
        for (var other : Arrays.asList(arguments).subList(LEAST_ARGUMENTS, arguments.length)) {
            var parts = other.split("=", 2);
            notices.add(other(parts[0], Path.of(parts[1])));
        }
        if (output.getParent() != null) {
            Files.createDirectories(output.getParent());
        }
        Files.writeString(output, Page.of(notices));
    }

    private static List<Library> libraries(Path repository, String classpath) {
        return Arrays.stream(classpath.split(File.pathSeparator))
                .filter(each -> !each.isBlank())
                .map(each -> Library.of(repository, Path.of(each)))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    private static Notice other(String name, Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        var text = Text.kept(name)
                .orElseThrow(() -> new NoLicence(name
                        + " is shipped without the text of its licence: none is kept in infrastructure/notices (texts/"
                        + name + ".txt)."));
        var licences = Optional.ofNullable(properties.getProperty("licences")).map(List::of);
        return new Notice(name, properties.getProperty("version", ""), licences.orElse(List.of()), List.of(text));
    }
}
