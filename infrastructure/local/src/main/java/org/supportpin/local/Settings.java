package org.supportpin.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.local.connector.ConnectorFile;
import org.supportpin.local.fault.CannotStart;

/**
 * The stack's settings, from the environment.
 *
 * @param port {@code SUPPORT_PIN_PORT}; 0 for any free port
 * @param data {@code SUPPORT_PIN_DATA}, the data folder
 * @param tablesInMemory {@code SUPPORT_PIN_TABLES}: whether the tables are lost when the stack stops
 * @param dynamoDb {@code SUPPORT_PIN_DYNAMODB}: an endpoint to use instead of starting one
 * @param localIssuers {@code SUPPORT_PIN_ISSUERS}: whether anybody gets a token beside the token service, or its clients alone
 * @param connectors {@code SUPPORT_PIN_CONNECTORS}: real systems behind the actions; by default all are simulated
 */
record Settings(
        int port,
        Path data,
        boolean tablesInMemory,
        @Nullable URI dynamoDb,
        boolean localIssuers,
        ConnectorFile connectors) {

    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;
    private static final String NO_PORT = "SUPPORT_PIN_PORT is not a port number; use one from 1 to 65535.";
    private static final String NO_ENDPOINT = "SUPPORT_PIN_DYNAMODB is not an address such as http://127.0.0.1:8000.";

    static Settings of(Map<String, String> environment, Path project) {
        return new Settings(
                port(environment.getOrDefault("SUPPORT_PIN_PORT", "")),
                project.resolve(path(
                        environment.getOrDefault("SUPPORT_PIN_DATA", ""),
                        ".local-data",
                        "SUPPORT_PIN_DATA is not a path.")),
                tablesInMemory(environment.getOrDefault("SUPPORT_PIN_TABLES", "")),
                dynamoDb(environment.getOrDefault("SUPPORT_PIN_DYNAMODB", "")),
                localIssuers(environment.getOrDefault("SUPPORT_PIN_ISSUERS", "")),
                connectors(environment.getOrDefault("SUPPORT_PIN_CONNECTORS", ""), project));
    }

    private static ConnectorFile connectors(String text, Path project) {
        return text.isBlank()
                ? ConnectorFile.NONE
                : ConnectorFile.read(project.resolve(path(text, "", "SUPPORT_PIN_CONNECTORS is not a path.")));
    }

    private static boolean tablesInMemory(String text) {
        return switch (text.strip()) {
            case "", "disk" -> false;
            case "memory" -> true;
            default -> throw new CannotStart("SUPPORT_PIN_TABLES must be disk or memory.");
        };
    }

    private static boolean localIssuers(String text) {
        return switch (text.strip()) {
            case "", "local" -> true;
            case "token-service" -> false;
            default -> throw new CannotStart("SUPPORT_PIN_ISSUERS must be local or token-service.");
        };
    }

    private static @Nullable URI dynamoDb(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            var uri = new URI(text.strip());
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return uri;
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
            throw new CannotStart(NO_PORT, e);
        }
        throw new CannotStart(NO_PORT);
    }

    private static Path path(String text, String otherwise, String fault) {
        try {
            return Path.of(text.isBlank() ? otherwise : text);
        } catch (InvalidPathException e) {
            throw new CannotStart(fault, e);
        }
    }
}
