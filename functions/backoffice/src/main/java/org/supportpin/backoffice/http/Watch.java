package org.supportpin.backoffice.http;

import java.time.Duration;
import java.util.Optional;
import org.supportpin.backoffice.http.Reply.HttpAnswer;

/**
 * Stands between the connectors and the network, for the connector check: it decides on each request before it is sent, and sees what became
 * of it. A deployment has none.
 */
public interface Watch {

    /** A request, without its headers, which may hold a secret. The content may hold one too. */
    record Request(String method, String path, Content content) {}

    /** Lets everything through. */
    Watch NONE = new Watch() {
        @Override
        public Optional<String> objection(Request request) {
            return Optional.empty();
        }

        @Override
        public void saw(Request request, Reply<HttpAnswer> reply, Duration took) {}
    };

    /** Why a request must not be sent, without anything secret; empty if it may be. */
    Optional<String> objection(Request request);

    /** A request was sent, or could not be. */
    void saw(Request request, Reply<HttpAnswer> reply, Duration took);

    /** Makes connectors whose every request passes this watch, on whatever thread and for as long as they live. */
    default <T, X extends Throwable> T over(ScopedValue.CallableOp<? extends T, X> making) throws X {
        return ScopedValue.where(Watched.CURRENT, this).call(making);
    }
}
