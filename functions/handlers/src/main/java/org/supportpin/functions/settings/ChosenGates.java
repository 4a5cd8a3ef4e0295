package org.supportpin.functions.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.customer.GateSettings;
import org.supportpin.functions.settings.Environment.Given;

/** The gates that a deployment puts before actions. */
final class ChosenGates {

    private ChosenGates() {}

    static Given<GateSettings> read(Environment environment) {
        return environment.group(() -> {
            var consent = environment.value(Variable.CONSENT_FOR_HIGH_RISK, Environment::trueOrFalse);
            var hold = environment.value(Variable.HOLD_HOURS, ChosenGates::hours);
            var approval = environment.optional(Variable.FOUR_EYES, ChosenGates::actions, Set.<ActionName>of());
            return () -> new GateSettings(consent.get(), hold.get(), approval.get());
        });
    }

    private static Duration hours(String text) {
        var hours = Duration.ofHours(Integer.parseInt(text));
        if (hours.isNegative() || hours.compareTo(GateSettings.LONGEST_HOLD) > 0) {
            throw new IllegalArgumentException(text + " is not within 0 to " + GateSettings.LONGEST_HOLD.toHours());
        }
        return hours;
    }

    private static Set<ActionName> actions(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .map(name -> WireName.find(ActionName.values(), name)
                        .orElseThrow(() -> new IllegalArgumentException("no action has the name " + name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
