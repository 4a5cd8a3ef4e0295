package org.supportpin.functions;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.EventBus;
import org.supportpin.functions.aws.SsmSecrets;
import org.supportpin.functions.event.EventFeed;
import org.supportpin.functions.event.EventSink;
import org.supportpin.functions.event.EventWebhook;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.settings.Settings;

/** The part of the {@link Wiring} that tells other systems what happens. Creating it makes no call either. */
public record EventParts(Settings settings, AwsClients clients, Clock clock, Log log) {

    /** The webhook comes first: it is the one that fails alone, and the bus need not be told again what the webhook has not taken. */
    public EventFeed feed() {
        var chosen = settings.events();
        var sinks = new ArrayList<EventSink>();
        var webhook = chosen.webhookOrNull();
        if (webhook != null) {
            var secrets = new SsmSecrets(clients.ssm(), clock);
            sinks.add(new EventWebhook(webhook, secrets, Clock.systemUTC(), log, EventParts::pause));
        }
        var bus = chosen.busOrNull();
        if (bus != null) {
            sinks.add(new EventBus(clients.eventBridge(), bus, log));
        }
        return new EventFeed(settings.storage().tenant(), sinks);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
