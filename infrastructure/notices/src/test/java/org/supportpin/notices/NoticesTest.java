package org.supportpin.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of notices, from a repository with a few libraries. */
class NoticesTest {

    private static final String MIT = "Permission is hereby granted, free of charge";
    private static final String OTHER = "Do as you like";
    private static final String APACHE = "Apache License, Version 2.0, January 2004";
    private static final String TOKIO = "/home/runner/.cargo/registry/src/index-1949cf8c/tokio-1.53.1/src/lib.rs";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<String> classpath = new ArrayList<>();

    /** Puts a library into the repository and what is shipped. */
    private void ship(String artifact, String licences, Map<String, String> entries) throws IOException {
        var place = Files.createDirectories(folder.resolve("repository/com/example/" + artifact + "/1.0"));
        Files.writeString(place.resolve(artifact + "-1.0.pom"), "<project>" + licences + "</project>");
        var jar = place.resolve(artifact + "-1.0.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            out.putNextEntry(new ZipEntry("com/example/License.class"));
        }
        classpath.add(jar.toString());
    }

    private static String named(String licence) {
        return "<licenses><license><name>" + licence + "</name></license></licenses>";
    }

    private String page(String... others) throws IOException {
        var apache = Files.writeString(folder.resolve("LICENSE"), APACHE);
        var output = folder.resolve("target/function/THIRD-PARTY-NOTICES.txt");
        var arguments = new ArrayList<>(List.of(
                output.toString(),
                folder.resolve("repository").toString(),
                apache.toString(),
                String.join(File.pathSeparator, classpath)));
        arguments.addAll(List.of(others));
        Main.main(arguments.toArray(String[]::new));
        return Files.readString(output);
    }

    @Test
    void eachLibraryIsListedWithItsLicencesAndTexts() throws IOException {
        ship("b", named("MIT"), Map.of("META-INF/LICENSE.txt", MIT));
        ship("a", named("X"), Map.of("LICENCE", OTHER, "META-INF/NOTICE.md", "By A"));

        assertThat(page())
                .containsSubsequence(
                        "com.example:a 1.0\n    X; text 1, 2\n",
                        "com.example:b 1.0\n    MIT; text 3\n",
                        "Text 1: com.example:a, LICENCE\n",
                        OTHER,
                        "Text 2: com.example:a, META-INF/NOTICE.md\n",
                        "By A",
                        "Text 3: com.example:b, META-INF/LICENSE.txt\n",
                        MIT);
    }

    @Test
    void theSameTextStandsOnce() throws IOException {
        ship("a", named("MIT"), Map.of("META-INF/LICENSE", MIT + "\n"));
        ship("b", named("MIT"), Map.of("META-INF/licenses/own/text", MIT + "  \r\n\r\n"));

        assertThat(page())
                .containsOnlyOnce(MIT)
                .contains("com.example:a 1.0\n    MIT; text 1\n", "com.example:b 1.0\n    MIT; text 1\n")
                .contains("Text 1: com.example:a, META-INF/LICENSE, and 1 more\n");
    }

    @Test
    void whatIsUnderTheApacheLicenceMayLeaveItsTextOut() throws IOException {
        ship("a", named("The Apache Software License, Version 2.0"), Map.of("META-INF/NOTICE", "By A"));

        assertThat(page()).contains("Version 2.0; text 1, 2\n", "By A", APACHE);
    }

    @Test
    void aLicenceMayBeNamedByAParent() throws IOException {
        ship("parent", named("Apache-2.0"), Map.of());
        classpath.clear();
        ship(
                "a",
                "<parent><groupId>com.example</groupId><artifactId>parent</artifactId><version>1.0</version></parent>",
                Map.of());

        assertThat(page()).contains("com.example:a 1.0\n    Apache-2.0; text 1\n", APACHE);
    }

    /** Their makers publish it, but not in the jar. */
    @Test
    void whatIsKeptHereStandsInForAMissingText() throws IOException {
        ship("crac", named("BSD-2-Clause"), Map.of());

        assertThat(page()).contains("com.example:crac 1.0\n    BSD-2-Clause; text 1\n", "Azul Systems");
    }

    /** A program with the paths of the libraries compiled into it, as it is put into the demo. */
    private String program(String name, String version, String... sources) throws IOException {
        var shipped = Files.createDirectories(folder.resolve("engine/linux-x64"));
        Files.writeString(shipped.resolve(name), "\u0000ELF" + String.join("\u0000", sources));
        var properties = Files.writeString(folder.resolve(name + ".properties"), "licences=MIT\nversion=" + version);
        return name + "=" + properties + "=" + shipped.getParent();
    }

    @Test
    void aProgramIsThereWithWhatIsCompiledIntoIt() throws IOException {
        ship("a", named("MIT"), Map.of("META-INF/LICENSE", MIT));

        assertThat(page(program("dynoxide", "1.2.1", TOKIO, "/rust/deps/gimli-0.32.3/src/lib.rs")))
                .containsSubsequence(
                        "dynoxide 1.2.1\n    MIT; text 2\n",
                        "bytes 1.12.1\n    MIT; text ",
                        "gimli 0.32.3\n    MIT OR Apache-2.0; text 3\n",
                        "tokio 1.53.1\n    MIT; text ",
                        "Martin Hicks",
                        "Tokio Contributors")
                .containsOnlyOnce(APACHE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/runner/.cargo/registry/src/index-1949cf8c/left-pad-1.0.0/src/lib.rs",
                "C:\\Users\\runner\\.cargo\\registry\\src\\index-1949cf8c\\left-pad-1.0.0\\src\\lib.rs",
                "/rust/deps/left-pad-1.0.0/src/lib.rs"
            })
    void nothingIsCompiledInWithoutItsLicence(String source) {
        assertThatExceptionOfType(NoLicence.class)
                .isThrownBy(() -> page(program("dynoxide", "1.2.1", TOKIO, source)))
                .withMessageContaining("without the licences of left-pad 1.0.0,")
                .withMessageContaining("compiled/dynoxide-1.2.1.txt");
    }

    /** A newer library may have another licence. */
    @Test
    void noOtherVersionIsCompiledInEither() {
        assertThatExceptionOfType(NoLicence.class)
                .isThrownBy(() -> page(program("dynoxide", "1.2.1", TOKIO.replace("1.53.1", "2.0.0-rc.1"))))
                .withMessageContaining("without the licences of tokio 2.0.0-rc.1,");
    }

    @Test
    void whatCannotBeComparedIsNotShipped() {
        assertThatExceptionOfType(NoLicence.class)
                .isThrownBy(() -> page(program("dynoxide", "1.2.1", "src/main.rs")))
                .withMessageContaining("names none of the libraries");
    }

    @Test
    void anotherVersionOfAProgramNeedsItsOwnList() {
        assertThatExceptionOfType(NoLicence.class)
                .isThrownBy(() -> page(program("dynoxide", "1.2.2", TOKIO)))
                .withMessageContaining("has no compiled/dynoxide-1.2.2.txt");
    }

    @Test
    void nothingIsShippedWithoutTheTextOfItsLicence() throws IOException {
        ship("a", named("MIT"), Map.of("META-INF/NOTICE", "By A"));

        assertThatExceptionOfType(NoLicence.class)
                .isThrownBy(this::page)
                .withMessageContaining("com.example:a 1.0 is shipped without the text of its licence")
                .withMessageContaining("its POM names MIT");
    }

    @Test
    void nothingElseIsEither() {
        assertThatExceptionOfType(NoLicence.class)
                .isThrownBy(() -> page(program("unknown", "1", TOKIO)))
                .withMessageContaining("texts/unknown.txt");
    }

    /** Another licence of Apache's is not this one. */
    @Test
    void anEarlierApacheLicenceIsNotTheSecond() throws IOException {
        ship("a", named("Apache License 1.1"), Map.of());

        assertThatExceptionOfType(NoLicence.class).isThrownBy(this::page);
    }

    @Test
    void modulesOfThisProjectAreNoThirdParties() throws IOException {
        classpath.add(folder.resolve("functions/domain/target/classes").toString());
        var installed = folder.resolve("repository/org/supportpin/domain/2.0.0/domain-2.0.0.jar");
        classpath.add(installed.toString());

        assertThat(page()).doesNotContain("Text 1");
    }
}
