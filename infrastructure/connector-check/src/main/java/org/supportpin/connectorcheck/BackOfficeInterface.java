package org.supportpin.connectorcheck;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.supportpin.backoffice.connector.ConnectorRegistry;

/** The interfaces to the hosting company's systems that settings choose a connector for. */
enum BackOfficeInterface {
    BILLING,
    DNS,
    REGISTRAR,
    HOSTING,
    MAIL;

    private ConnectorRegistry<?> registry() {
        return switch (this) {
            case BILLING -> ConnectorRegistry.BILLING;
            case DNS -> ConnectorRegistry.DNS;
            case REGISTRAR -> ConnectorRegistry.REGISTRAR;
            case HOSTING -> ConnectorRegistry.HOSTING;
            case MAIL -> ConnectorRegistry.MAIL;
        };
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The setting with the settings, as a deployment's functions name it. */
    String setting() {
        return name() + "_SETTINGS";
    }

    /** None for {@code simulated}, which is no system that could fit. */
    static List<BackOfficeInterface> servedBy(String connector) {
        return Arrays.stream(values())
                .filter(each -> each.registry().names().contains(connector))
                .filter(_ -> !connector.equals(ConnectorRegistry.SIMULATED))
                .toList();
    }
}
