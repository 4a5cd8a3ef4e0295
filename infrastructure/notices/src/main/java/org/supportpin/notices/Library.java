package org.supportpin.notices;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * A library as Maven keeps it below its local repository, in {@code group/artifact/version/artifact-version.jar}.
 *
 * @param group with full stops
 */
record Library(String group, String artifact, String version, Path jar) implements Comparable<Library> {

    private static final String OURS = "org.supportpin";
    private static final int LEAST_NAMES = 4;

    /** Empty for a module of this project, whose licence is the project's. */
    static Optional<Library> of(Path repository, Path jar) {
        var root = repository.toAbsolutePath().normalize();
        var file = jar.toAbsolutePath().normalize();
        if (!file.startsWith(root)) {
            return Optional.empty();
        }
        var path = root.relativize(file);
        var names = path.getNameCount();
        if (names < LEAST_NAMES) {
            throw new IllegalArgumentException(jar + " is not where Maven keeps a library");
        }
        var group = path.subpath(0, names - 3).toString().replace('\\', '/').replace('/', '.');
        return Optional.of(new Library(
                        group,
                        path.getName(names - 3).toString(),
                        path.getName(names - 2).toString(),
                        file))
                .filter(library -> !library.group().equals(OURS));
    }

    /** Without the version, as notices and bills of materials name it. */
    String name() {
        return group + ":" + artifact;
    }

    @Override
    public int compareTo(Library other) {
        return Comparator.comparing(Library::name)
                .thenComparing(Library::version)
                .compare(this, other);
    }
}
