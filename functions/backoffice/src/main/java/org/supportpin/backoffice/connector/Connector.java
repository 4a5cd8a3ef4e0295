package org.supportpin.backoffice.connector;

/**
 * A connector whose settings have been read and found valid.
 *
 * @param <P> the port that it serves
 */
@FunctionalInterface
public interface Connector<P> {

    /** Makes it. This calls nobody and opens no secret. */
    P connect(ConnectorContext context);
}
