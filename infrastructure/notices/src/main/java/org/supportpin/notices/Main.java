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
 * Called by the build: {@code OUTPUT REPOSITORY APACHE CLASSPATH [NAME=FILE=FOLDER]…}. Writes the notices for what is shipped.
 *
 * <p>OUTPUT is the file to write, REPOSITORY is Maven's local one, APACHE the text of the Apache License 2.0, and CLASSPATH what is
 * shipped, modules of this project among it. NAME=FILE=FOLDER is a program that is shipped: its text is kept here under that name, the
 * properties {@code version} and {@code licences} of FILE are its version and the names of its licences, and FOLDER is what is shipped
 * of it, with which the list of the libraries compiled into it is compared.
 */
public final class Main {

    private static final int LEAST_ARGUMENTS = 4;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < LEAST_ARGUMENTS) {
            throw new IllegalArgumentException("OUTPUT REPOSITORY APACHE CLASSPATH [NAME=FILE=FOLDER]...");
        }
        var output = Path.of(arguments[0]);
        var repository = Path.of(arguments[1]);
        var apache = new Text("Apache License 2.0", Files.readString(Path.of(arguments[2])));
        var licences = new Licences(repository, apache);
        var notices = new ArrayList<Notice>();
        for (var library : libraries(repository, arguments[3])) {
            notices.add(licences.of(library));
        }
        for (var program : Arrays.asList(arguments).subList(LEAST_ARGUMENTS, arguments.length)) {
            var parts = program.split("=", 3);
            var notice = program(parts[0], Path.of(parts[1]));
            notices.add(notice);
            notices.addAll(new Compiled(notice.name() + "-" + notice.version(), apache).in(Path.of(parts[2])));
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

    private static Notice program(String name, Path file) throws IOException {
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
