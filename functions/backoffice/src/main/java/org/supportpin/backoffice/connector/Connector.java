package org.supportpin.backoffice.connector;

/**
 * A connector with valid settings.
 *
 * @param <P> the port that it serves
 */
@FunctionalInterface
public interface Connector<P> {

    /** Creates the port without calling any system or opening a secret. */
    P connect(ConnectorContext context);
}
