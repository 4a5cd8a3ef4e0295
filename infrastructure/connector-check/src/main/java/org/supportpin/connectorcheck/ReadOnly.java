package org.supportpin.connectorcheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.http.Watch;

/** Lets a connector's {@link Reading} requests through and no others, and keeps what was exchanged for the report. */
final class ReadOnly implements Watch {

    /** A request that was sent, or tried. */
    record Exchange(Request request, Reply<HttpAnswer> reply, Duration took) {

        /** The answer's status; 0 if there was no answer. */
        int status() {
            return reply instanceof Reply.Answered<HttpAnswer>(var answer) ? answer.status() : 0;
        }
    }

    private final Predicate<Request> reading;
    private final List<Exchange> exchanges = new ArrayList<>();
    private boolean hasRefused;

    /**
     * @param connector whose requests it judges
     */
    ReadOnly(String connector) {
        this.reading = Reading.of(connector);
    }

    @Override
    public synchronized Optional<String> objection(Request request) {
        if (reading.test(request)) {
            return Optional.empty();
        }
        hasRefused = true;
        return Optional.of("the connector check only reads");
    }

    @Override
    public synchronized void saw(Request request, Reply<HttpAnswer> reply, Duration took) {
        exchanges.add(new Exchange(request, reply, took));
    }

    /** In the order of their ends. */
    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Whether a request was kept back. */
    synchronized boolean hasRefused() {
        return hasRefused;
    }
}
