package org.supportpin.functions.settings;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.webhook.WebhookSettings;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.functions.settings.Environment.Given;

/**
 * Which other systems are told what happens.
 *
 * @param busOrNull the name of a bus of Amazon EventBridge; null for none
 * @param webhookOrNull null for none
 */
public record EventSettings(
        @Nullable String busOrNull, @Nullable WebhookSettings webhookOrNull) {

    static Given<EventSettings> read(Environment environment) {
        return environment.group(() -> {
            var bus = environment.optional(Variable.EVENT_BUS_NAME, Optional::of, Optional.<String>empty());
            var webhook = environment.optional(
                    Variable.EVENT_WEBHOOK_SETTINGS, EventSettings::webhook, Optional.<WebhookSettings>empty());
            return () -> new EventSettings(bus.get().orElse(null), webhook.get().orElse(null));
        });
    }

    private static Optional<WebhookSettings> webhook(String text) {
        try {
            return switch (WebhookSettings.READ.from(JsonText.read(text))) {
                case Valid<WebhookSettings>(var settings) -> Optional.of(settings);
                case Faulty<WebhookSettings>(var faults) ->
                    throw new IllegalArgumentException(faults.stream()
                            .map(fault -> fault.pointer() + " " + fault.message())
                            .collect(Collectors.joining(" ")));
            };
        } catch (MalformedJson e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
