package org.supportpin.local.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** The jar of all libraries that is deployed, and the jars that it was made of. */
final class PackagedJar {

    static final Path FILE = ProjectFiles.root().resolve("functions/handlers/target/function/lib/libraries.jar");

    /** Libraries without Maven metadata, each with a class of it. */
    private static final List<String> NAMELESS = List.of(
            "org/jspecify/annotations/Nullable.class",
            "org/reactivestreams/Publisher.class",
            "software/amazon/awssdk/thirdparty/jackson/core/JsonFactory.class");

    /** Maven's metadata, but for this project's own modules. */
    private static final String OTHERS = "META-INF/maven/(?!org\\.supportpin/)[^/]+/";

    private PackagedJar() {}

    /** A library as its makers publish it, by the name of its folder in Maven's repository. */
    record Library(String artifact, Path file) {}

    /** The libraries of these tests that are deployed, too. */
    static List<Library> libraries(JarFile packaged) throws IOException {
        var found = new ArrayList<Library>();
        for (var manifest : Collections.list(PackagedJar.class.getClassLoader().getResources(JarFile.MANIFEST_NAME))) {
            var address = manifest.toString();
            if (address.startsWith("jar:file:")) {
                var file = Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))));
                // …/<artifact>/<version>/<artifact>-<version>.jar
                var library = new Library(file.getName(file.getNameCount() - 3).toString(), file);
                if (isIn(packaged, library)) {
                    found.add(library);
                }
            }
        }
        return found;
    }

    private static boolean isIn(JarFile packaged, Library library) throws IOException {
        var metadata = Pattern.compile(OTHERS + Pattern.quote(library.artifact()) + "/pom\\.properties");
        try (var jar = new JarFile(library.file().toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .anyMatch(name -> NAMELESS.contains(name)
                            || (metadata.matcher(name).matches() && packaged.getEntry(name) != null));
        }
    }

    static byte[] bytes(JarFile jar, String name) {
        try (var in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
