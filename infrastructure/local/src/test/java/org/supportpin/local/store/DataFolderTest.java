package org.supportpin.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.local.fault.CannotStart;

class DataFolderTest {

    @TempDir
    Path folder;

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void onlyTheOwnerCanReadTheFiles() throws IOException {
        try (var data = DataFolder.open(folder.resolve("deep/data"))) {
            data.write("a", "1");
            data.append("b", "2");
            assertThat(permissions(data.path())).isEqualTo("rwx------");
            assertThat(permissions(data.folder("tables"))).isEqualTo("rwx------");
            assertThat(permissions(data.path().resolve("a"))).isEqualTo("rw-------");
            assertThat(permissions(data.path().resolve("b"))).isEqualTo("rw-------");
        }
    }

    @Test
    void writingReplacesAndAppendingAdds() throws IOException {
        try (var data = DataFolder.open(folder)) {
            assertThat(data.read("a")).isEmpty();
            data.write("a", "1");
            data.write("a", "2");
            assertThat(data.read("a")).hasValue("2");
            data.append("b", "α");
            data.append("b", "β");
            assertThat(data.read("b")).hasValue("α\nβ\n");
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("a", "b", "lock");
            }
        }
    }

    @Test
    void oneStackHoldsItAtATime() throws IOException {
        try (var first = DataFolder.open(folder)) {
            assertThat(first.path()).isEqualTo(folder.toAbsolutePath());
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another stack");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void aFileOrAnUnwritablePlaceIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be written");
    }
}
