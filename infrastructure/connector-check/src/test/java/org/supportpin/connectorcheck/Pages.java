package org.supportpin.connectorcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.supportpin.backoffice.connector.ConnectorRegistry;

/** The connectors that can be checked, and their pages. */
final class Pages {

    static final Path ROOT = Path.of("../..");

    private Pages() {}

    static List<String> connectors() {
        return Stream.of(
                        ConnectorRegistry.BILLING,
                        ConnectorRegistry.DNS,
                        ConnectorRegistry.REGISTRAR,
                        ConnectorRegistry.HOSTING,
                        ConnectorRegistry.MAIL)
                .flatMap(registry -> registry.names().stream())
                .filter(name -> !name.equals(ConnectorRegistry.SIMULATED))
                .distinct()
                .sorted()
                .toList();
    }

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(String connector) {
        return read("docs/connectors/" + connector + ".md");
    }

    /** The text below a heading of the second level, up to the next; empty if there is none. */
    static String section(String connector, String heading) {
        return Arrays.stream(page(connector).split("(?m)^## ", -1))
                .filter(each -> each.startsWith(heading + "\n"))
                .findFirst()
                .orElse("");
    }

    /** The line with the command on a connector's page. */
    static String command(String connector) {
        return page(connector)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("mvn -Pconnector-check -Dconnector=" + connector + " "))
                .findFirst()
                .orElse("");
    }
}
