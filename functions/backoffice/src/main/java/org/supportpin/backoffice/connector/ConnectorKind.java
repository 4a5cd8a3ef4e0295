package org.supportpin.backoffice.connector;

import java.util.function.BiFunction;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;

/**
 * A kind of system that can serve a port, with the form of its settings.
 *
 * @param <P> the port
 */
@FunctionalInterface
public interface ConnectorKind<P> {

    /** A connector with these settings, or all of their faults. */
    Checked<Connector<P>> configured(Json settings);

    /** Whether its system answers within a request. If not, only the outbox calls it. */
    default boolean answersWithinARequest() {
        return true;
    }

    /** The same kind, of a system that may take longer than a request has. */
    static <P> ConnectorKind<P> slow(ConnectorKind<P> kind) {
        return new ConnectorKind<>() {
            @Override
            public Checked<Connector<P>> configured(Json settings) {
                return kind.configured(settings);
            }

            @Override
            public boolean answersWithinARequest() {
                return false;
            }
        };
    }

    /** A kind with settings of type {@code S}. */
    static <S, P> ConnectorKind<P> of(Read<S> settings, BiFunction<S, ConnectorContext, P> connect) {
        return json -> settings.from(json).map(valid -> context -> connect.apply(valid, context));
    }

    /** A kind without settings, whose JSON object is empty. */
    static <P> ConnectorKind<P> withoutSettings(Connector<P> connector) {
        return Read.<Connector<P>>object(fields -> fields.make(() -> connector))::from;
    }
}
