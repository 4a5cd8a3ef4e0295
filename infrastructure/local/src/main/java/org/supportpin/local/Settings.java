package org.supportpin.local;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.supportpin.local.fault.CannotStart;

/**
 * What the environment says about the stack.
 *
 * @param port 0 for any free one
 */
record Settings(int port, Path data) {

    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;

    static Settings of(Map<String, String> environment, Path project) {
        return new Settings(
                port(environment.getOrDefault("SUPPORT_PIN_PORT", "")),
                project.resolve(path(environment.getOrDefault("SUPPORT_PIN_DATA", ""))));
    }

    private static int port(String text) {
        if (text.isBlank()) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new CannotStart("SUPPORT_PIN_PORT is no port number; give one from 1 to 65535.", e);
        }
        throw new CannotStart("SUPPORT_PIN_PORT is no port number; give one from 1 to 65535.");
    }

    private static Path path(String text) {
        try {
            return Path.of(text.isBlank() ? ".local-data" : text);
        } catch (InvalidPathException e) {
            throw new CannotStart("SUPPORT_PIN_DATA is no path of a folder.", e);
        }
    }
}
