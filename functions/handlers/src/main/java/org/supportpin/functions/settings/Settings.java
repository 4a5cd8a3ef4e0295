package org.supportpin.functions.settings;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.GateSettings;
import org.supportpin.domain.customer.Limit;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.functions.settings.BackOfficeSettings.OutboxMail;

/**
 * All settings of a deployment.
 *
 * @param timeZone for times in texts to customers
 * @param supportPhone the number that notices name, or none
 * @param gates null for functions without actions
 * @param backOffice null for functions without actions
 * @param outboxMail null for all functions but the outbox
 * @param signing null for functions that neither sign nor publish keys
 * @param events nobody is told anything by most functions
 * @param tokens null for all functions but the token service's
 */
public record Settings(
        Storage storage,
        IdentityProviders identityProviders,
        SmsSettings sms,
        ZoneId timeZone,
        SupportPhone supportPhone,
        Limits limits,
        @Nullable GateSettings gates,
        @Nullable BackOfficeSettings backOffice,
        @Nullable OutboxMail outboxMail,
        @Nullable Signing signing,
        EventSettings events,
        @Nullable TokenServiceSettings tokens) {

    /** The names of all environment variables; template.yaml sets these and no others. */
    public static Set<String> names() {
        return Stream.concat(
                        Arrays.stream(Variable.values()).map(Variable::name),
                        Limits.ALL.stream().map(Limit::name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Throws {@link InvalidSettings}, which names every variable that is missing or invalid. */
    public static Settings from(Map<String, String> variables) {
        var environment = new Environment(variables);
        var storage = Storage.read(environment);
        var identityProviders = IdentityProviders.read(environment);
        var sms = SmsSettings.read(environment);
        var timeZone = environment.value(Variable.TIME_ZONE, ZoneId::of);
        var supportPhone = environment.optional(Variable.SUPPORT_PHONE, SupportPhone::new, SupportPhone.NONE);
        var limits = ChosenLimits.read(environment);
        var backOffice = BackOfficeSettings.isNeeded(environment) ? BackOfficeSettings.read(environment) : null;
        var gates = backOffice == null ? null : ChosenGates.read(environment);
        var outboxMail = BackOfficeSettings.isOutboxMailNeeded(environment)
                ? BackOfficeSettings.readOutboxMail(environment)
                : null;
        var signing = Signing.isNeeded(environment) ? Signing.read(environment) : null;
        var events = EventSettings.read(environment);
        var tokens = TokenServiceSettings.isNeeded(environment) ? TokenServiceSettings.read(environment) : null;
        environment.fits(names());
        if (!environment.faults().isEmpty()) {
            throw new InvalidSettings(environment.faults());
        }
        return new Settings(
                storage.get(),
                identityProviders.get(),
                sms.get(),
                timeZone.get(),
                supportPhone.get(),
                limits.get(),
                gates == null ? null : gates.get(),
                backOffice == null ? null : backOffice.get(),
                outboxMail == null ? null : outboxMail.get(),
                signing == null ? null : signing.get(),
                events.get(),
                tokens == null ? null : tokens.get());
    }
}
