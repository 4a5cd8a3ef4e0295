package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.DeflaterInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the functions' jar leaves out of the libraries is missed by nobody, and what must go with them is there (docs/adr/0013). */
@Tag("ci")
class PackagedLibrariesTest {

    private static final Pattern LEGAL = Pattern.compile("META-INF/[^/]*(LICENSE|NOTICE)[^/]*");
    private static final String KEPT = "META-INF/licences/";

    /** In bytes, when compressed as for an upload. */
    private static final long MOST_UPLOADED = 18_000_000;

    private static final long LEAST_UPLOADED = 5_000_000;

    /** Every character of Unicode, beside left-to-right and right-to-left ones, and 150,000 random names. */
    @Test
    void namesAreReadAsByTheWholeLibrary() throws Exception {
        var tests = location(NameProbe.class);
        try (var packaged = new URLClassLoader(
                new URL[] {PackagedJar.FILE.toUri().toURL(), tests}, ClassLoader.getPlatformClassLoader())) {
            var probe = packaged.loadClass(NameProbe.class.getName());
            assertThat(probe).isNotEqualTo(NameProbe.class);
            var whole = new NameProbe().get();

            assertThat(whole).hasSize(2 * 272);
            assertThat(((Supplier<?>) probe.getConstructor().newInstance()).get())
                    .isEqualTo(whole);
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Most libraries' licences have one and the same name. */
    @Test
    void eachLibrarysLicencesAndNoticesAreKeptUnderItsName() throws IOException {
        try (var packaged = new JarFile(PackagedJar.FILE.toFile())) {
            var expected = expected(packaged);
            var kept = new TreeMap<String, String>();
            for (var entry : packaged.stream()
                    .filter(each -> each.getName().startsWith(KEPT) && !each.isDirectory())
                    .toList()) {
                kept.put(entry.getName(), text(packaged, entry));
            }

            assertThat(expected).hasSizeGreaterThan(80);
            assertThat(kept.keySet()).containsAll(expected.keySet());
            expected.forEach((name, text) -> assertThat(kept.get(name)).as(name).isEqualTo(text));
            assertThat(packaged.stream().map(ZipEntry::getName))
                    .doesNotHaveDuplicates()
                    .noneMatch(name -> LEGAL.matcher(name).matches());
        }
    }

    /** The licences and notices of each library that is packaged, as its own jar has them. */
    private static Map<String, String> expected(JarFile packaged) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var library : PackagedJar.libraries(packaged)) {
            try (var jar = new JarFile(library.file().toFile())) {
                for (var entry : jar.stream()
                        .filter(each -> LEGAL.matcher(each.getName()).matches())
                        .toList()) {
                    texts.put(KEPT + library.artifact() + "/" + entry.getName(), text(jar, entry));
                }
            }
        }
        return texts;
    }

    private static String text(JarFile jar, ZipEntry entry) throws IOException {
        try (var in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The upload is a zip, in which this jar is one file. */
    @Test
    void theUploadStaysSmall() throws IOException {
        try (var in = Files.newInputStream(PackagedJar.FILE);
                var compressed = new DeflaterInputStream(in)) {
            assertThat(compressed.skip(Long.MAX_VALUE)).isBetween(LEAST_UPLOADED, MOST_UPLOADED);
        }
    }
}
