package org.supportpin.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.customer.Limits;
import org.supportpin.functions.Settings.InvalidSettings;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.testing.Environments;
import org.supportpin.functions.testing.EventOf;

class SettingsTest {

    private static final Map<String, String> WHOLE = Environments.settings();

    /** Remembers the names that it was asked for. */
    private static final class Asked extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        private final transient Set<String> names = new HashSet<>();

        Asked(Map<String, String> values) {
            super(values);
        }

        @Override
        public @Nullable String get(Object name) {
            names.add((String) name);
            return super.get(name);
        }

        @Override
        public boolean containsKey(Object name) {
            names.add((String) name);
            return super.containsKey(name);
        }
    }

    private static Map<String, String> with(String name, String value) {
        var changed = new HashMap<>(WHOLE);
        changed.put(name, value);
        return changed;
    }

    /** The simulator's table is needed by simulated connectors alone, and the connectors by actions alone. */
    static Set<String> required() {
        var names = new TreeSet<>(Settings.NAMES);
        names.remove("BACK_OFFICE_TABLE_NAME");
        names.remove("DNS_CONNECTOR");
        return names;
    }

    @Test
    void theNamesAreWhatIsRead() {
        var environment = new Asked(WHOLE);
        Settings.from(environment);

        assertThat(environment.names).isEqualTo(Settings.NAMES);
        assertThat(WHOLE.keySet()).isEqualTo(Settings.NAMES);
    }

    @Test
    void everyValueIsTakenAsItStands() {
        var settings = Settings.from(WHOLE);

        assertThat(settings.table()).isEqualTo("support-pin");
        assertThat(settings.keyId()).isEqualTo("alias/support-pin");
        assertThat(settings.tenant()).isEqualTo("hoster");
        assertThat(settings.panel()).isEqualTo(new Realm(EventOf.PANEL_ISSUER, "support-pin-panel"));
        assertThat(settings.agents()).isEqualTo(new Realm(EventOf.AGENT_ISSUER, "support-pin-agent"));
        assertThat(settings.smsSenderId()).isEqualTo("Hoster");
        assertThat(settings.timeZone()).hasToString("Europe/Athens");
        assertThat(settings.limits()).isEqualTo(Limits.DEFAULTS);
    }

    /** A value of its own for each limit, so that no two are exchanged. */
    @Test
    void eachLimitHasItsOwnVariable() {
        var changed = new HashMap<>(WHOLE);
        changed.put("WRONG_PINS_PER_HALF_HOUR", "3");
        changed.put("WRONG_PINS_PER_DAY", "11");
        changed.put("WRONG_PINS_IN_A_ROW", "51");
        changed.put("AGENT_WRONG_PINS_PER_HOUR", "13");
        changed.put("AGENT_SUSPENSION", "PT61M");
        changed.put("SMS_COOLDOWN", "PT61S");
        changed.put("SMS_PER_HALF_HOUR", "2");
        changed.put("SMS_PER_DAY", "9");
        changed.put("PREVIOUS_PIN_GRACE", "PT59S");
        changed.put("SMS_PIN_LIFETIME", "PT11M");
        changed.put("CONFIRMATION_LIFETIME", "PT12M");
        changed.put("CONFIRMATION_ATTEMPTS", "4");
        changed.put("VERIFICATION_LIFETIME", "PT14M");
        changed.put("VERIFICATION_ACTIONS", "8");
        changed.put("MOBILE_HOLD", "PT73H");

        assertThat(Settings.from(changed).limits())
                .hasToString("Limits[wrongPinsPerHalfHour=3, wrongPinsPerDay=11, wrongPinsInARow=51,"
                        + " agentWrongPinsPerHour=13, agentSuspension=PT1H1M, smsCooldown=PT1M1S, smsPerHalfHour=2,"
                        + " smsPerDay=9, previousPinGrace=PT59S, smsPinLifetime=PT11M, confirmationLifetime=PT12M,"
                        + " confirmationAttempts=4, verificationLifetime=PT14M, verificationActions=8,"
                        + " mobileHold=PT73H]");
    }

    @ParameterizedTest
    @MethodSource("required")
    void whatIsMissingIsNamed(String name) {
        var without = new HashMap<>(WHOLE);
        without.remove(name);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(without))
                .withMessage("The settings are wrong: " + name + " is not set");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with(name, " ")))
                .withMessageContaining(name + " is not set");
    }

    @Test
    void whatIsMissingIsAllNamedAtOnce() {
        var empty = Map.of("DNS_CONNECTOR", "simulated");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(empty))
                .satisfies(fault ->
                        required().forEach(name -> assertThat(fault).hasMessageContaining(name + " is not set")))
                .withMessageNotContaining("must differ");
    }

    @ParameterizedTest
    @CsvSource({
        "SMS_COUNTRIES, GR;CY",
        "SMS_COUNTRIES, 'GR, CY'",
        "SMS_COUNTRIES, gr",
        "TIME_ZONE, Europe/Atlantis",
        "WRONG_PINS_PER_DAY, ten",
        "AGENT_SUSPENSION, 1h",
        "BANK_ACCOUNT_IBAN, GR1601101250000000012300696"
    })
    void whatIsWrongIsNamed(String name, String value) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with(name, value)))
                .withMessageContaining(name + " is wrong");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var changed = new HashMap<>(WHOLE);
        changed.remove("TABLE_NAME");
        changed.put("TIME_ZONE", "nowhere");
        changed.put("SMS_COOLDOWN", "PT0S");
        changed.put("MOBILE_HOLD", "P400D");
        changed.put("AGENT_ISSUER", EventOf.PANEL_ISSUER);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(changed))
                .withMessageContainingAll(
                        "TABLE_NAME is not set",
                        "TIME_ZONE is wrong",
                        "SMS cool-down",
                        "mobile's hold",
                        "PANEL_ISSUER and AGENT_ISSUER must differ");
    }

    /** Else a customer's token would pass on the agents' routes (api.md, "Who calls"). */
    @Test
    void theTwoIssuersDiffer() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with("AGENT_ISSUER", EventOf.PANEL_ISSUER)))
                .withMessage("The settings are wrong: PANEL_ISSUER and AGENT_ISSUER must differ");
    }

    @Test
    void aFunctionWithoutActionsNeedsNoBackOffice() {
        var without = new HashMap<>(WHOLE);
        without.keySet().removeIf(name -> name.endsWith("_CONNECTOR") || name.startsWith("BA"));

        assertThat(Settings.from(without).backOffice()).isNull();
        assertThat(Settings.from(WHOLE).backOffice()).isNotNull();
    }
}
