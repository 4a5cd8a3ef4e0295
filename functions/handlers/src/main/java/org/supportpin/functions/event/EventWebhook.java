package org.supportpin.functions.event;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.webhook.SignedPost;
import org.supportpin.backoffice.webhook.WebhookSettings;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;
import org.supportpin.functions.http.Log.Metric;

/**
 * Posts each event to the hosting company's URL, signed (Standard Webhooks). Any {@code 2xx} takes it. {@code 400}, {@code 413} and
 * {@code 422} refuse this event for good, which rings an alarm; after anything else it is posted again.
 */
public final class EventWebhook implements EventSink {

    private static final Timeouts PATIENCE = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(10));
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

    /** Before each further attempt of a run, so that a system that is away is not flooded. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(8));

    private final SignedPost posts;
    private final Clock clock;
    private final Log log;
    private final Pause pause;

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time);
    }

    /** @param clock of real time, because the receiver compares time stamps with its own clock */
    public EventWebhook(WebhookSettings settings, SecretStore secrets, Clock clock, Log log, Pause pause) {
        this.posts = new SignedPost(settings, secrets, PATIENCE);
        this.clock = clock;
        this.log = log;
        this.pause = pause;
    }

    @Override
    public int take(List<OutwardEvent> events) {
        int taken = 0;
        while (taken < events.size() && isTaken(events.get(taken))) {
            taken++;
        }
        return taken;
    }

    private boolean isTaken(OutwardEvent event) {
        for (var wait : PAUSES) {
            if (isOver(event)) {
                return true;
            }
            if (Deadline.current().left().compareTo(wait) <= 0) {
                return false;
            }
            pause.of(wait);
        }
        return isOver(event);
    }

    /** Whether it was taken, or refused for good. */
    private boolean isOver(OutwardEvent event) {
        var reply = posts.send(event.id(), clock.instant(), event.body());
        if (reply instanceof Answered<HttpAnswer>(var answer)) {
            if (answer.isSuccess()) {
                return true;
            }
            if (REFUSALS.contains(answer.status())) {
                line(event, "event-refused")
                        .put(Field.STATUS, answer.status())
                        .count(Metric.EVENTS_REFUSED)
                        .write();
                return true;
            }
            line(event, "event-waits").put(Field.STATUS, answer.status()).write();
            return false;
        }
        line(event, "event-waits").write();
        return false;
    }

    private Log.Line line(OutwardEvent event, String outcome) {
        return log.line()
                .put(Field.OUTCOME, outcome)
                .put(Field.EVENT, event.id())
                .put(Field.CHANNEL, "webhook");
    }
}
