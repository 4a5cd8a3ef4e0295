package org.supportpin.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The package to fetch.
 *
 * @param integrity its SHA-512 in npm's format
 */
record Pin(Platform platform, String version, String integrity) {

    /** @throws NoEngine if the package of this platform is not pinned */
    static Pin of(Platform platform) {
        var all = new Properties();
        try (var file = Objects.requireNonNull(Pin.class.getResourceAsStream("dynoxide.properties"))) {
            all.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var version = all.getProperty("version");
        var integrity = all.getProperty(platform.toString());
        if (integrity == null) {
            throw new NoEngine("dynoxide is not pinned for " + platform
                    + ", so the build does not fetch it: put dynoxide " + version
                    + " on the PATH (npm install --global dynoxide@" + version
                    + "), or set a DynamoDB endpoint in SUPPORT_PIN_DYNAMODB.");
        }
        return new Pin(platform, version, integrity);
    }

    String npmPackage() {
        return "@dynoxide/" + platform;
    }

    @Override
    public String toString() {
        return npmPackage() + " " + version;
    }
}
