package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No class that is deployed names one that the libraries have, and the functions' jar leaves out. */
@Tag("ci")
class PackagedClassesTest {

    private static final String CLASS = ".class";
    private static final Path FUNCTION = ProjectFiles.root().resolve("functions/handlers/target/function");
    private static final String SERVICES = "META-INF/services/";

    @Test
    void eachClassFindsThoseThatItNames() throws IOException {
        try (var packaged = new JarFile(PackagedJar.FILE.toFile())) {
            var left = leftOut(packaged);
            var missing = new TreeMap<String, List<String>>();
            for (var name : classes(packaged).toList()) {
                find(name, PackagedJar.bytes(packaged, name), left, missing);
            }
            try (var own = Files.walk(FUNCTION)) {
                for (var file :
                        own.filter(each -> each.toString().endsWith(CLASS)).toList()) {
                    find(file.toString(), Files.readAllBytes(file), left, missing);
                }
            }

            assertThat(left).as("what is left out").hasSizeGreaterThan(300);
            assertThat(missing).isEmpty();
        }
    }

    private static void find(String name, byte[] bytes, Set<String> left, Map<String, List<String>> missing) {
        var named = named(bytes).filter(left::contains).distinct().sorted().toList();
        if (!named.isEmpty()) {
            missing.put(name, named);
        }
    }

    @Test
    void eachServiceFindsItsProvider() throws IOException {
        try (var packaged = new JarFile(PackagedJar.FILE.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            var services = packaged.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(SERVICES) && !name.endsWith("/"))
                    .toList();
            // Some are only in the part for newer versions of Java.
            var newest = packaged.versionedStream().map(ZipEntry::getName).collect(Collectors.toSet());
            assertThat(services)
                    .isNotEmpty()
                    .allSatisfy(service -> assertThat(
                                    new String(PackagedJar.bytes(packaged, service), StandardCharsets.UTF_8).lines())
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filteredOn(line -> !line.isEmpty())
                            .allSatisfy(provider ->
                                    assertThat(newest).as(provider).contains(provider.replace('.', '/') + CLASS)));
        }
    }

    /** Names of class files that the libraries have and the packaged jar has not. */
    private static Set<String> leftOut(JarFile packaged) throws IOException {
        var all = new HashSet<String>();
        for (var library : PackagedJar.libraries(packaged)) {
            try (var jar = new JarFile(library.file().toFile())) {
                classes(jar).forEach(all::add);
            }
        }
        classes(packaged).forEach(all::remove);
        return all;
    }

    private static Stream<String> classes(JarFile jar) {
        return jar.stream()
                .map(ZipEntry::getName)
                .filter(name ->
                        name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.equals("module-info.class"));
    }

    /** Class files that a class names, in its code or as a text. */
    private static Stream<String> named(byte[] bytes) {
        return StreamSupport.stream(ClassFile.of().parse(bytes).constantPool().spliterator(), false)
                .mapMulti((entry, names) -> {
                    switch (entry) {
                        case ClassEntry type ->
                            names.accept(type.asInternalName().replaceFirst("^\\[+L(.*);$", "$1") + CLASS);
                        case StringEntry text -> names.accept(text.stringValue().replace('.', '/') + CLASS);
                        default -> {}
                    }
                });
    }
}
