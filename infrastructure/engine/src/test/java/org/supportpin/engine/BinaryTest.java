package org.supportpin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryTest {

    private static final Platform PLATFORM = Platform.ofThisMachine();

    @TempDir
    Path folder;

    private Path program(String in) throws Exception {
        var file = Files.writeString(
                Files.createDirectories(folder.resolve(in)).resolve(PLATFORM.binary()), "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @Test
    void theFirstOnThePathGoesBeforeWhatTheBuildFetches() throws Exception {
        var first = program("first");
        program("second");
        Files.createDirectories(folder.resolve("folder").resolve(PLATFORM.binary()));
        Files.writeString(Files.createDirectory(folder.resolve("text")).resolve(PLATFORM.binary()), "no program");
        var path = String.join(
                File.pathSeparator,
                "",
                folder.resolve("nowhere").toString(),
                folder.resolve("folder").toString(),
                folder.resolve("text").toString(),
                folder.resolve("first").toString(),
                folder.resolve("second").toString());
        assertThat(Binary.of(Map.of("PATH", path))).isEqualTo(first);
        assertThat(Binary.of(Map.of("Path", path))).isEqualTo(first);
    }

    @Test
    void whatWasShippedForThisPlatformGoesFirst() throws Exception {
        var shipped = folder.resolve("engine");
        Fetch.ship(program("somewhere"), shipped);
        var file = shipped.resolve(PLATFORM.toString()).resolve(PLATFORM.binary());
        assertThat(file.toFile().setExecutable(false)).isTrue();
        assertThat(Binary.shipped(shipped.toString(), PLATFORM)).hasValue(file);
        assertThat(file).isExecutable();
        assertThat(Binary.shipped(shipped.toString(), Platform.of("FreeBSD", "amd64")))
                .isEmpty();
        assertThat(Binary.shipped("", PLATFORM)).isEmpty();
    }

    @Test
    void withoutOneOnThePathNothingIsFound() {
        assertThat(Binary.onPath(Map.of(), PLATFORM)).isEmpty();
        assertThat(Binary.onPath(Map.of("PATH", folder.toString()), PLATFORM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64, dynoxide, npm",
        "Linux, aarch64, linux-arm64, dynoxide, npm",
        "Mac OS X, aarch64, darwin-arm64, dynoxide, npm",
        "Mac OS X, x86_64, darwin-x64, dynoxide, npm",
        "Windows 11, amd64, win32-x64, dynoxide.exe, npm.cmd",
        "FreeBSD, amd64, freebsd-x64, dynoxide, npm",
    })
    void platformsHaveNpmsNames(String os, String arch, String name, String binary, String npm) {
        var platform = Platform.of(os, arch);
        assertThat(platform).hasToString(name);
        assertThat(platform.binary()).isEqualTo(binary);
        assertThat(platform.npm()).isEqualTo(npm);
    }

    @Test
    void eachPinHasAVersionAndAWholeHash() {
        var pin = Pin.of(new Platform("linux", "x64"));
        assertThat(pin.npmPackage()).isEqualTo("@dynoxide/linux-x64");
        assertThat(pin.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(pin.integrity()).matches("sha512-[A-Za-z0-9+/]{86}==");
    }

    @Test
    void aPlatformWithoutAPinGetsAnAlternative() {
        assertThatExceptionOfType(NoEngine.class)
                .isThrownBy(() -> Pin.of(new Platform("freebsd", "x64")))
                .withMessageContaining("freebsd-x64")
                .withMessageContaining("on the PATH")
                .withMessageContaining("SUPPORT_PIN_DYNAMODB");
    }
}
