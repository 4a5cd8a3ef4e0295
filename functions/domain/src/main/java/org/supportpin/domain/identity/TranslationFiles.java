package org.supportpin.domain.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Finds the files of languages, {@code texts/<tag>.po}: whoever adds one names it nowhere else. */
final class TranslationFiles {

    private static final String FOLDER = "org/supportpin/texts/";
    private static final String ENDING = ".po";

    /** The field of the header for names that are not the usual ones in English, such as Farsi for Persian. */
    private static final String NAMES = "X-Names";

    private final Map<String, Translation> found = new TreeMap<>();

    private TranslationFiles() {}

    /**
     * By tag.
     *
     * @throws IllegalStateException if one cannot be read, so that a fault in it is seen at the start
     */
    static Map<String, Translation> read() {
        var files = new TranslationFiles();
        var loader = TranslationFiles.class.getClassLoader();
        try {
            for (var folder : Collections.list(loader.getResources(FOLDER))) {
                files.addAll(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(files.found);
    }

    private void addAll(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            try (var jar = connection.getJarFile()) {
                for (var entry : Collections.list(jar.entries())) {
                    if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(ENDING)) {
                        add(
                                entry.getName().substring(FOLDER.length()),
                                jar.getInputStream(entry).readAllBytes());
                    }
                }
            }
        } else {
            try (var files = Files.list(Path.of(uri(folder)))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                    add(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
    }

    private static URI uri(URL folder) {
        try {
            return folder.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the folder of texts has no address", e);
        }
    }

    private void add(String name, byte[] content) {
        var tag = name.substring(0, name.length() - ENDING.length());
        var file = PoFile.of(name, new String(content, StandardCharsets.UTF_8));
        found.put(tag, new Translation(file.words(), file.header(NAMES)));
    }
}
