package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bill of materials lists exactly the libraries in the functions' jar. */
@Tag("ci")
class BillOfMaterialsTest {

    private static final String LIBRARIES = "functions/handlers/target/function/lib/libraries.jar";

    /** Modules that their makers have put into another library, angus-mail. */
    private static final Set<String> WITHIN_ANOTHER =
            Set.of("angus-core", "imap", "logging-mailhandler", "pop3", "smtp");

    /** Libraries whose jars have no Maven metadata, each with a class that identifies it. */
    private static final Map<String, String> NAMELESS = Map.of(
            "jspecify", "org/jspecify/annotations/Nullable.class",
            "reactive-streams", "org/reactivestreams/Publisher.class",
            "third-party-jackson-core", "software/amazon/awssdk/thirdparty/jackson/core/JsonFactory.class");

    @Test
    void itListsEachLibraryOfTheFunction() throws IOException {
        var file = ProjectFiles.root().resolve("functions/handlers/target/bom.json");
        var libraries = ProjectFiles.root().resolve(LIBRARIES);
        assumeTrue(Files.exists(file) && Files.exists(libraries), "the phase package has not laid the function out");
        try (var jar = new JarFile(libraries.toFile())) {
            var deployed = named(jar);
            deployed.keySet().removeAll(WITHIN_ANOTHER);
            var listed = new TreeMap<>(ProjectFiles.json(file)
                    .path("components")
                    .valueStream()
                    .collect(Collectors.toMap(
                            component -> component.path("name").asText(),
                            component -> component.path("version").asText())));

            assertThat(NAMELESS.values())
                    .allSatisfy(name -> assertThat(jar.getEntry(name)).as(name).isNotNull());
            assertThat(listed.keySet()).containsAll(NAMELESS.keySet());
            listed.keySet().removeAll(NAMELESS.keySet());
            assertThat(listed).isEqualTo(deployed);
        }
    }

    /** Versions by name, from the Maven metadata of each library. */
    private static Map<String, String> named(JarFile jar) throws IOException {
        var found = new TreeMap<String, String>();
        for (var entry : jar.stream()
                .filter(each -> each.getName().matches("META-INF/maven/.*/pom\\.properties"))
                .toList()) {
            var properties = new Properties();
            try (var in = jar.getInputStream(entry)) {
                properties.load(in);
            }
            found.put(properties.getProperty("artifactId"), properties.getProperty("version"));
        }
        return found;
    }
}
