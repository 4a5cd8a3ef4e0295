package org.supportpin.functions.settings;

import org.supportpin.domain.customer.Limits;
import org.supportpin.functions.settings.Environment.Given;

/** Which variable sets which of the {@link Limits}. Ranges and defaults are theirs. */
final class LimitVariables {

    private LimitVariables() {}

    static Given<Limits> read(Environment environment) {
        return environment.group(() -> {
            var wrongPinsPerHalfHour = environment.number(Variable.WRONG_PINS_PER_HALF_HOUR);
            var wrongPinsPerDay = environment.number(Variable.WRONG_PINS_PER_DAY);
            var wrongPinsInARow = environment.number(Variable.WRONG_PINS_IN_A_ROW);
            var agentWrongPinsPerHour = environment.number(Variable.AGENT_WRONG_PINS_PER_HOUR);
            var agentSuspension = environment.duration(Variable.AGENT_SUSPENSION);
            var smsCooldown = environment.duration(Variable.SMS_COOLDOWN);
            var smsPerHalfHour = environment.number(Variable.SMS_PER_HALF_HOUR);
            var smsPerDay = environment.number(Variable.SMS_PER_DAY);
            var previousPinGrace = environment.duration(Variable.PREVIOUS_PIN_GRACE);
            var smsPinLifetime = environment.duration(Variable.SMS_PIN_LIFETIME);
            var confirmationLifetime = environment.duration(Variable.CONFIRMATION_LIFETIME);
            var confirmationAttempts = environment.number(Variable.CONFIRMATION_ATTEMPTS);
            var verificationLifetime = environment.duration(Variable.VERIFICATION_LIFETIME);
            var verificationActions = environment.number(Variable.VERIFICATION_ACTIONS);
            var mobileHold = environment.duration(Variable.MOBILE_HOLD);
            return () -> new Limits(
                    wrongPinsPerHalfHour.get(),
                    wrongPinsPerDay.get(),
                    wrongPinsInARow.get(),
                    agentWrongPinsPerHour.get(),
                    agentSuspension.get(),
                    smsCooldown.get(),
                    smsPerHalfHour.get(),
                    smsPerDay.get(),
                    previousPinGrace.get(),
                    smsPinLifetime.get(),
                    confirmationLifetime.get(),
                    confirmationAttempts.get(),
                    verificationLifetime.get(),
                    verificationActions.get(),
                    mobileHold.get());
        });
    }
}
