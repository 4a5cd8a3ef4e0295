package org.supportpin.functions.settings;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Limits;

/**
 * All that a deployment decides. Each part says which {@link Variable} it is read from.
 *
 * @param timeZone in which customers are told the time
 * @param backOffice the systems behind the actions; null for functions that need none
 */
public record Settings(
        Storage storage,
        IdentityProviders identityProviders,
        SmsSettings sms,
        ZoneId timeZone,
        Limits limits,
        @Nullable BackOfficeSettings backOffice) {

    /**
     * Reads the settings.
     *
     * @throws InvalidSettings naming every variable that is missing or wrong
     */
    public static Settings from(Map<String, String> variables) {
        var environment = new Environment(variables);
        var storage = Storage.read(environment);
        var identityProviders = IdentityProviders.read(environment);
        var sms = SmsSettings.read(environment);
        var timeZone = environment.value(Variable.TIME_ZONE, ZoneId::of);
        var limits = LimitVariables.read(environment);
        var backOffice = BackOfficeSettings.isNeeded(environment) ? BackOfficeSettings.read(environment) : null;
        if (!environment.faults().isEmpty()) {
            throw new InvalidSettings(environment.faults());
        }
        return new Settings(
                storage.get(),
                identityProviders.get(),
                sms.get(),
                timeZone.get(),
                limits.get(),
                backOffice == null ? null : backOffice.get());
    }
}
