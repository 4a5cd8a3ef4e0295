package org.supportpin.backoffice.http;

import java.time.Duration;

/**
 * How long a connector waits, well below the ten seconds that a function has.
 *
 * @param connect for the connection
 * @param whole for all of an exchange: name, connection, request and answer
 */
public record Patience(Duration connect, Duration whole) {

    public static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofMillis(2500));
}
