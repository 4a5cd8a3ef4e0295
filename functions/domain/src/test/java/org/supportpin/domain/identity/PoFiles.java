package org.supportpin.domain.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The languages' files, for tests of other modules. */
public final class PoFiles {

    private PoFiles() {}

    /** The words by the English texts. */
    public static Map<String, String> words(Path file) {
        try {
            return PoFile.of(file.toString(), Files.readString(file)).words();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a text with values is recognised. */
    public static boolean isTelling(String template) {
        return new Sentence(template).isTelling();
    }
}
