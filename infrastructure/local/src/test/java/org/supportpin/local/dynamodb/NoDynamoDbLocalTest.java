package org.supportpin.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.contract.ProjectFiles;

/** Its licence forbids to ship it on, and it brings old versions of much that is used here (docs/adr/0014). */
class NoDynamoDbLocalTest {

    @Test
    void itIsOnNoClassPathOfTheLocalStack() {
        assertThat(System.getProperty("java.class.path").split(File.pathSeparator))
                .hasSizeGreaterThan(10)
                .noneMatch(jar -> jar.matches("(?i).*(dynamodb-?local|sqlite4java|jetty).*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                "software.amazon.dynamodb.services.local.main.ServerRunner"
            })
    void nothingLoadsIt(String name) {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(name));
    }

    @Test
    void noModuleAsksForIt() throws IOException {
        var poms = poms();
        assertThat(poms).hasSizeGreaterThan(5);
        assertThat(poms).allSatisfy(pom -> assertThat(pom).content().doesNotContainIgnoringCase("dynamodblocal"));
    }

    private static List<Path> poms() throws IOException {
        var poms = new ArrayList<Path>();
        Files.walkFileTree(ProjectFiles.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = String.valueOf(folder.getFileName());
                return name.equals("target") || name.equals(".git") || name.equals("src")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith("pom.xml")) {
                    poms.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return poms;
    }
}
