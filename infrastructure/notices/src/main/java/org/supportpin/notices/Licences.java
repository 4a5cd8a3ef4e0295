package org.supportpin.notices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the licence of a library: in its jar, else among the texts that this project keeps, else by the name in its POM.
 *
 * @param repository Maven's local one
 * @param apache the Apache License 2.0, which most name and many do not enclose
 */
record Licences(Path repository, Text apache) {

    private static final Pattern APACHE = Pattern.compile("(?i).*apache.*2(\\.0)?\\b.*");

    /** @throws NoLicence if there is no text for it */
    Notice of(Library library) throws IOException {
        var names = Pom.licences(repository, library);
        var texts = new ArrayList<>(Text.of(library));
        if (texts.stream().noneMatch(Text::licence)) {
            texts.add(missing(library, names));
        }
        return new Notice(library.name(), library.version(), names, texts);
    }

    private Text missing(Library library, List<String> names) throws IOException {
        var kept = Text.kept(library.artifact());
        if (kept.isPresent()) {
            return kept.get();
        }
        if (names.stream().anyMatch(name -> APACHE.matcher(name).matches())) {
            return apache;
        }
        throw new NoLicence(library.name() + " " + library.version()
                + " is shipped without the text of its licence: its jar has none, its POM names "
                + (names.isEmpty() ? "none" : String.join(", ", names))
                + ", and none is kept in infrastructure/notices (texts/" + library.artifact() + ".txt).");
    }
}
