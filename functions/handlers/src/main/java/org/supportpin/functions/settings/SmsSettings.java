package org.supportpin.functions.settings;

import java.util.LinkedHashSet;
import java.util.List;
import org.supportpin.domain.phone.PhoneNumbers;
import org.supportpin.functions.settings.Environment.Given;

/**
 * Settings for SMS.
 *
 * @param senderId the sender that the phone shows
 * @param numbers the numbers that may receive SMS
 */
public record SmsSettings(String senderId, PhoneNumbers numbers) {

    static Given<SmsSettings> read(Environment environment) {
        return environment.group(() -> {
            var senderId = environment.text(Variable.SMS_SENDER_ID);
            var numbers = environment.value(Variable.SMS_COUNTRIES, SmsSettings::numbers);
            return () -> new SmsSettings(senderId.get(), numbers.get());
        });
    }

    private static PhoneNumbers numbers(String regions) {
        return new PhoneNumbers(new LinkedHashSet<>(List.of(regions.split(","))));
    }
}
