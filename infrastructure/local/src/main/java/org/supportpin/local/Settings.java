package org.supportpin.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supportpin.local.connector.ConnectorFile;
import org.supportpin.local.fault.CannotStart;

/**
 * What the environment says about the stack.
 *
 * @param port 0 for any free one
 * @param tablesInMemory whether the tables are gone when the stack stops, instead of lying in the data folder
 * @param dynamoDb the endpoint that has the tables, if the stack is not to run one of its own
 * @param connectors which real systems serve the actions; all is simulated where no file is named
 */
record Settings(int port, Path data, boolean tablesInMemory, Optional<URI> dynamoDb, ConnectorFile connectors) {

    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;
    private static final String NO_ENDPOINT = "SUPPORT_PIN_DYNAMODB is no address such as http://127.0.0.1:8000.";

    static Settings of(Map<String, String> environment, Path project) {
        return new Settings(
                port(environment.getOrDefault("SUPPORT_PIN_PORT", "")),
                project.resolve(path(
                        environment.getOrDefault("SUPPORT_PIN_DATA", ""),
                        ".local-data",
                        "SUPPORT_PIN_DATA is no path of a folder.")),
                tablesInMemory(environment.getOrDefault("SUPPORT_PIN_TABLES", "")),
                dynamoDb(environment.getOrDefault("SUPPORT_PIN_DYNAMODB", "")),
                connectors(environment.getOrDefault("SUPPORT_PIN_CONNECTORS", ""), project));
    }

    private static ConnectorFile connectors(String text, Path project) {
        return text.isBlank()
                ? ConnectorFile.NONE
                : ConnectorFile.read(project.resolve(path(text, "", "SUPPORT_PIN_CONNECTORS is no path of a file.")));
    }

    private static boolean tablesInMemory(String text) {
        return switch (text.strip()) {
            case "", "disk" -> false;
            case "memory" -> true;
            default -> throw new CannotStart("SUPPORT_PIN_TABLES is neither disk nor memory.");
        };
    }

    private static Optional<URI> dynamoDb(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var uri = new URI(text.strip());
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            throw new CannotStart(NO_ENDPOINT, e);
        }
        throw new CannotStart(NO_ENDPOINT);
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

    private static Path path(String text, String otherwise, String fault) {
        try {
            return Path.of(text.isBlank() ? otherwise : text);
        } catch (InvalidPathException e) {
            throw new CannotStart(fault, e);
        }
    }
}
