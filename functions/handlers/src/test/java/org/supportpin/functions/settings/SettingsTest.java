package org.supportpin.functions.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.customer.CallLimits;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.token.TokenForm;
import org.supportpin.functions.BackOffice;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.testing.Environments;
import org.supportpin.functions.testing.EventOf;

class SettingsTest {

    private static final Map<String, String> WHOLE = Environments.settings();

    /** Remembers the requested names. */
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

    /** The simulated back office alone needs its table, and most deployments have no earlier key. */
    static Set<String> required() {
        var names = new TreeSet<>(Settings.names());
        names.remove("BACK_OFFICE_TABLE_NAME");
        names.remove("EARLIER_KEY_IDS");
        names.remove("FOUR_EYES");
        names.remove("SUPPORT_PHONE");
        names.remove("EARLIER_SIGNING_KEY_IDS");
        names.remove("EVENT_BUS_NAME");
        names.remove("EVENT_WEBHOOK_SETTINGS");
        names.removeAll(Set.of("PANEL_SCOPE_PREFIX", "AGENT_SCOPE_PREFIX", "PANEL_SIGN_IN_CLAIM"));
        return names;
    }

    private static BackOffice backOffice(Map<String, String> environment) {
        return Wiring.of(environment, Clock.systemUTC(), new Log(System.out), List.of())
                .backOffice();
    }

    private static String sender(BackOffice office) {
        return office.mail() instanceof MailRoute.Direct(var sender)
                ? sender.getClass().getSimpleName()
                : "none";
    }

    /** The outbox's environment: one connector of five. */
    private static Map<String, String> outbox(String connector, String settings) {
        var own = new HashMap<>(WHOLE);
        own.keySet()
                .removeIf(name -> name.endsWith("_CONNECTOR") || name.endsWith("_SETTINGS") || name.startsWith("BA"));
        own.put("MAIL_CONNECTOR", connector);
        own.put("MAIL_SETTINGS", settings);
        return own;
    }

    @Test
    void theOutboxHasAMailSystemAndNoOther() {
        var settings = Settings.from(outbox("smtp", "{\"host\":\"mail.example.gr\",\"from\":\"support@example.gr\"}"));

        assertThat(settings.backOffice()).isNull();
        assertThat(settings.outboxMail()).isNotNull();
        assertThat(Settings.from(WHOLE).outboxMail()).isNull();
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(outbox("smtp", "")))
                .withMessage("Invalid settings: MAIL_SETTINGS is not set");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(outbox("simulated", "{}")))
                .withMessageContaining("BACK_OFFICE_TABLE_NAME is not set");
    }

    @Test
    void othersAreToldWhatHappensIfSomebodyChoosesThem() {
        var chosen = Settings.from(WHOLE).events();
        var none = new HashMap<>(WHOLE);
        none.put("EVENT_BUS_NAME", "");
        none.put("EVENT_WEBHOOK_SETTINGS", "");

        assertThat(chosen.busOrNull()).isEqualTo("events");
        assertThat(chosen.webhookOrNull()).isNotNull();
        assertThat(Settings.from(none).events()).isEqualTo(new EventSettings(null, null));
    }

    /** Perhaps it is the secret itself. */
    @Test
    void aWebhooksFaultDoesNotRepeatItsValue() {
        var wrong = with(
                "EVENT_WEBHOOK_SETTINGS",
                "{\"url\":\"https://hooks.example.gr\",\"secrets\":[\"whsec_hunter2canary\"]}");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(wrong))
                .satisfies(fault -> assertThat(fault).message().doesNotContain("hunter2"));
    }

    @Test
    void eachVariableIsReadAndNoOther() {
        var environment = new Asked(with("MAIL_CONNECTOR", "simulated"));
        assertThatExceptionOfType(InvalidSettings.class).isThrownBy(() -> Settings.from(environment));

        assertThat(environment.names).isEqualTo(Settings.names());
        assertThat(WHOLE.keySet()).isEqualTo(Settings.names());
    }

    @Test
    void everyValueIsTakenAsItStands() {
        var settings = Settings.from(WHOLE);

        assertThat(settings.storage().table()).isEqualTo(Environments.TABLE);
        assertThat(settings.storage().keyId()).isEqualTo("arn:aws:kms:eu-central-1:111122223333:key/2");
        assertThat(settings.storage().earlierKeyIds()).containsExactly("arn:aws:kms:eu-central-1:111122223333:key/1");
        assertThat(settings.storage().tenant()).isEqualTo("hoster");
        assertThat(settings.identityProviders().panel())
                .isEqualTo(new Realm(EventOf.PANEL_ISSUER, "support-pin-panel"));
        assertThat(settings.identityProviders().agents())
                .isEqualTo(new Realm(EventOf.AGENT_ISSUER, "support-pin-agent"));
        assertThat(settings.sms().senderId()).isEqualTo("Hoster");
        assertThat(settings.timeZone()).hasToString("Europe/Athens");
        assertThat(settings.limits()).isEqualTo(Limits.DEFAULTS);
    }

    @Test
    void thereMayBeSeveralEarlierKeysOrNone() {
        var one = "arn:aws:kms:eu-central-1:111122223333:key/0";
        var other = "arn:aws:kms:eu-central-1:111122223333:key/1";

        assertThat(Settings.from(with("EARLIER_KEY_IDS", one + "," + other))
                        .storage()
                        .earlierKeyIds())
                .containsExactlyInAnyOrder(one, other);
        assertThat(Settings.from(with("EARLIER_KEY_IDS", "")).storage().earlierKeyIds())
                .isEmpty();
    }

    /** A different value for each limit, so that none are swapped. */
    @Test
    void eachLimitHasItsOwnVariable() {
        var changed = new HashMap<>(WHOLE);
        changed.put("WRONG_PINS_PER_HALF_HOUR", "3");
        changed.put("WRONG_PINS_PER_DAY", "11");
        changed.put("WRONG_PINS_IN_A_ROW", "51");
        changed.put("AGENT_WRONG_PINS_PER_HOUR", "13");
        changed.put("AGENT_WRONG_PINS_PER_CUSTOMER", "1");
        changed.put("AGENT_RIGHT_PINS_PER_HOUR", "31");
        changed.put("AGENT_SUSPENSION", "PT61M");
        changed.put("SMS_COOLDOWN", "PT61S");
        changed.put("SMS_PER_HALF_HOUR", "2");
        changed.put("SMS_PER_DAY", "9");
        changed.put("AGENT_SMS_PER_HOUR", "32");
        changed.put("NUMBER_SMS_PER_DAY", "7");
        changed.put("NUMBER_CODES_PER_DAY", "6");
        changed.put("PREVIOUS_PIN_GRACE", "PT59S");
        changed.put("SMS_PIN_LIFETIME", "PT11M");
        changed.put("CONFIRMATION_LIFETIME", "PT12M");
        changed.put("CONFIRMATION_ATTEMPTS", "4");
        changed.put("VERIFICATION_LIFETIME", "PT14M");
        changed.put("VERIFICATION_ACTIONS", "8");
        changed.put("VERIFICATION_REFUSALS", "21");
        changed.put("MOBILE_HOLD", "PT73H");
        changed.put("NOTICE_LIFETIME", "PT71H");
        changed.put("CONSENT_LIFETIME", "PT9M");
        changed.put("CONSENT_TRIES", "4");
        changed.put("APPROVAL_LIFETIME", "PT23H");
        changed.put("RECENT_CHANGE", "PT70H");
        changed.put("STOPS_PER_WEEK", "2");
        changed.put("ACTIVATIONS_PER_DAY", "12");
        changed.put("UNLOCKS_PER_DAY", "15");
        changed.put("ADDRESS_CODE_LIFETIME", "PT2H");
        changed.put("POLICY_LOOSENINGS_PER_DAY", "25");
        changed.put("VERIFICATIONS_PER_DAY", "520");
        changed.put("AGENT_CALLS_PER_HOUR", "61");
        changed.put("CALLS_PER_DAY", "53");
        changed.put("CALL_ANNOUNCEMENT", "PT13M");
        changed.put("CALL_ANNOUNCEMENT_SMS", "0");
        changed.put("TYPED_CODE_LIFETIME", "PT6M");
        changed.put("TYPED_CODE_ATTEMPTS", "5");
        changed.put("HANDOVER_LIFETIME", "PT3M");

        assertThat(Settings.from(changed).limits())
                .isEqualTo(new Limits(
                        new Limits.WrongPins(3, 11, 51),
                        new Limits.AgentPins(13, 1, 31, Duration.ofMinutes(61)),
                        new Limits.Sms(Duration.ofSeconds(61), 2, 9),
                        new Limits.SmsBudgets(32, 7, 6),
                        new Limits.PinLifetimes(Duration.ofSeconds(59), Duration.ofMinutes(11)),
                        new Limits.MobileChange(Duration.ofMinutes(12), 4, Duration.ofHours(73)),
                        new Limits.Verifications(Duration.ofMinutes(14), 8, 21),
                        new Limits.PerDay(12, 15, 520, 25),
                        new Limits.NoticeDelivery(Duration.ofHours(71), Duration.ofHours(2)),
                        new Limits.Gates(Duration.ofMinutes(9), 4, Duration.ofHours(23), Duration.ofHours(70), 2),
                        new CallLimits(
                                61, 53, Duration.ofMinutes(13), 0, Duration.ofMinutes(6), 5, Duration.ofMinutes(3))));
    }

    @Test
    void theKeysThatSignedComeInTheirOrderAndAFunctionMayHaveNone() {
        var one = "arn:aws:kms:eu-central-1:111122223333:key/8";
        var other = "arn:aws:kms:eu-central-1:111122223333:key/7";
        assertThat(Settings.from(with("EARLIER_SIGNING_KEY_IDS", one + "," + other))
                        .signing())
                .isEqualTo(new Signing("arn:aws:kms:eu-central-1:111122223333:key/5", List.of(one, other)));

        var without = new HashMap<>(WHOLE);
        without.keySet().removeAll(Set.of("SIGNING_KEY_ID", "EARLIER_SIGNING_KEY_IDS"));
        assertThat(Settings.from(without).signing()).isNull();
    }

    @ParameterizedTest
    @MethodSource("required")
    void whatIsMissingIsNamed(String name) {
        var without = new HashMap<>(WHOLE);
        without.remove(name);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(without))
                .withMessage("Invalid settings: " + name + " is not set");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with(name, " ")))
                .withMessageContaining(name + " is not set");
    }

    @Test
    void whatIsMissingIsAllNamedAtOnce() {
        var empty = Map.of(
                "DNS_CONNECTOR",
                "webhook",
                "EARLIER_SIGNING_KEY_IDS",
                "arn:aws:kms:eu-central-1:111122223333:key/4",
                "TOKEN_CLIENTS",
                "{}");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(empty))
                .satisfies(fault -> required().stream()
                        .filter(name ->
                                !Set.of("DNS_CONNECTOR", "TOKEN_CLIENTS").contains(name))
                        .forEach(name -> assertThat(fault).hasMessageContaining(name + " is not set")))
                .withMessageNotContaining("must differ");
    }

    @ParameterizedTest
    @CsvSource({
        "KEY_ID, alias/support-pin",
        "DESTINATION_KEY_ID, alias/destinations",
        "EARLIER_KEY_IDS, 'arn:aws:kms:eu-central-1:111122223333:key/1,alias/support-pin'",
        "RETENTION_DAYS, 29",
        "RETENTION_DAYS, 3651",
        "RETENTION_DAYS, P400D",
        "SMS_COUNTRIES, GR;CY",
        "SMS_COUNTRIES, 'GR, CY'",
        "SMS_COUNTRIES, gr",
        "TIME_ZONE, Europe/Atlantis",
        "SUPPORT_PHONE, call us",
        "WRONG_PINS_PER_DAY, ten",
        "AGENT_SUSPENSION, 1h",
        "TRIAL, yes",
        "CONSENT_FOR_HIGH_RISK, yes",
        "HOLD_HOURS, 169",
        "HOLD_HOURS, PT24H",
        "FOUR_EYES, recall",
        "EVENT_WEBHOOK_SETTINGS, https://hooks.example.gr",
        "EVENT_WEBHOOK_SETTINGS, '{\"url\":\"https://hooks.example.gr\"}'",
        "EVENT_WEBHOOK_SETTINGS, '{\"url\":\"http://hooks.example.gr\",\"secrets\":[\"ssm:/support-pin/events/webhook\"]}'",
        "EVENT_WEBHOOK_SETTINGS, '{\"url\":\"https://hooks.example.gr\",\"secrets\":[\"whsec_hunter2canary\"]}'",
        "BANK_ACCOUNT_IBAN, GR1601101250000000012300696"
    })
    void whatIsWrongIsNamed(String name, String value) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with(name, value)))
                .withMessageContaining(name + " is wrong");
    }

    @Test
    void allFaultsAreReportedTogether() {
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
                        "SMS_COOLDOWN: ",
                        "MOBILE_HOLD: ",
                        "PANEL_ISSUER and AGENT_ISSUER must differ");
    }

    /** On Lambda such a function cannot be deployed; everywhere else the settings say so before anyone tries. */
    @Test
    void allVariablesTogetherFitIntoLambdasFourKilobytes() {
        int size = WHOLE.entrySet().stream()
                .mapToInt(each -> each.getKey().length() + each.getValue().length())
                .sum();
        var padding = " ".repeat(4096 - size);
        var webhook = WHOLE.getOrDefault("DNS_SETTINGS", "");

        assertThat(Settings.from(with("DNS_SETTINGS", webhook + padding)).backOffice())
                .isNotNull();
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with("DNS_SETTINGS", webhook + padding + " ")))
                .withMessage("Invalid settings: all variables together have 4097 bytes, and Lambda allows 4096: shorten"
                        + " DNS_SETTINGS, which has %d of them"
                                .formatted(12 + webhook.length() + padding.length() + 1));
    }

    @Test
    void eachIdentityProviderHasItsOwnFormOfTokens() {
        var providers = Settings.from(with("AGENT_TOKENS", "client-id")).identityProviders();

        assertThat(providers.panel().tokens()).isEqualTo(TokenForm.STANDARD);
        assertThat(providers.agents().tokens()).isEqualTo(TokenForm.CLIENT_ID);
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with("PANEL_TOKENS", "cognito")))
                .withMessage("Invalid settings: PANEL_TOKENS is wrong: Enter standard, scp or client-id.");
    }

    /** Else a customer's token would pass on the agents' routes (api.md, "Who calls"). */
    @Test
    void theTwoIssuersDiffer() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with("AGENT_ISSUER", EventOf.PANEL_ISSUER)))
                .withMessage("Invalid settings: PANEL_ISSUER and AGENT_ISSUER must differ");
    }

    @Test
    void theTwoAudiencesDiffer() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with("AGENT_AUDIENCE", "support-pin-panel")))
                .withMessage("Invalid settings: PANEL_AUDIENCE and AGENT_AUDIENCE must differ");
    }

    @Test
    void aFunctionWithoutActionsNeedsNoBackOffice() {
        var without = new HashMap<>(WHOLE);
        without.keySet()
                .removeIf(name -> name.endsWith("_CONNECTOR") || name.endsWith("_SETTINGS") || name.startsWith("BA"));

        assertThat(Settings.from(without).backOffice()).isNull();
        assertThat(Settings.from(WHOLE).backOffice()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DNS_CONNECTOR     | bind          | DNS_CONNECTOR is not the name of a connector; use one of: plesk",
                "DNS_SETTINGS      | {             | DNS_SETTINGS is not JSON",
                "DNS_SETTINGS      | []            | DNS_SETTINGS is wrong: Enter a JSON object.",
                "MAIL_SETTINGS     | {\"x\":1}      | MAIL_SETTINGS/x is wrong: This member is unknown; remove it.",
                "DELEGATION_CONNECTOR | webhook    | DELEGATION_CONNECTOR is not the name of a connector; use one of: dns, simulated"
            })
    void aConnectorOrItsSettingsThatAreWrongAreNamed(String name, String value, String message) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(with(name, value)))
                .withMessageContaining(message);
    }

    @Test
    void whatIsSimulatedNeedsItsTable() {
        var without = new HashMap<>(with("DNS_CONNECTOR", "simulated"));
        without.remove("BACK_OFFICE_TABLE_NAME");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(without))
                .withMessageContaining("BACK_OFFICE_TABLE_NAME is not set");
    }

    /** It would notify customers of things that never happen. */
    @ParameterizedTest
    @ValueSource(strings = {"BILLING", "DNS", "REGISTRAR", "HOSTING", "MAIL", "DELEGATION"})
    void onlyATrialSimulates(String port) {
        var name = port + "_CONNECTOR";
        var simulated = new HashMap<>(with(name, "simulated"));
        simulated.computeIfPresent(port + "_SETTINGS", (_, _) -> "{}");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(simulated))
                .withMessage("Invalid settings: " + name
                        + " is simulated, which only a trial allows: choose another connector, or set TRIAL to true");
    }

    /** As in a deployment, the module functions/simulated is not on the class path. */
    @ParameterizedTest
    @ValueSource(strings = {"BILLING", "DNS", "REGISTRAR", "HOSTING", "MAIL", "DELEGATION"})
    void aBuildWithoutTheSimulatedBackOfficeSaysSo(String port) {
        var name = port + "_CONNECTOR";
        var simulated = new HashMap<>(with(name, "simulated"));
        simulated.put("TRIAL", "true");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(simulated))
                .withMessage("Invalid settings: " + name
                        + " is simulated, but this build has no simulated back office; build with -Psimulated");
    }

    /** The settings of every connector that is chosen, together, and never a value. */
    @Test
    void faultsOfAllConnectorsAreReportedTogether() {
        var changed = new HashMap<>(WHOLE);
        changed.put("DNS_CONNECTOR", "powerdns");
        changed.put("DNS_SETTINGS", "{\"url\":\"http://ns.example.gr\",\"apiKey\":\"hunter2\"}");
        changed.put("MAIL_CONNECTOR", "webhook");
        changed.put("MAIL_SETTINGS", "{\"url\":\"https://hunter2@example.gr\",\"secrets\":[]}");
        changed.put("REGISTRAR_CONNECTOR", "epp");
        changed.put("BILLING_CONNECTOR", "whmcs");
        changed.put(
                "BILLING_SETTINGS",
                "{\"url\":\"http://billing.example.gr\",\"identifier\":\"hunter2\",\"secret\":\"hunter2\","
                        + "\"paymentMethod\":\"hunter2 card\",\"products\":[{\"id\":\"hunter2\"}]}");
        changed.put("REGISTRAR_SETTINGS", "{\"password\":\"hunter2\",\"customerContacts\":\"reg_(\"}");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(changed))
                .withMessageContainingAll(
                        "BILLING_SETTINGS/url is wrong: Use an https URL",
                        "BILLING_SETTINGS/identifier is wrong: Enter a reference",
                        "BILLING_SETTINGS/secret is wrong: Enter a reference",
                        "BILLING_SETTINGS/paymentMethod is wrong: Enter the gateway's system name",
                        "BILLING_SETTINGS/addedVat is wrong: This member is required",
                        "BILLING_SETTINGS/products/0/id is wrong",
                        "DNS_SETTINGS/url is wrong: Use an https URL",
                        "DNS_SETTINGS/apiKey is wrong: Enter a reference",
                        "MAIL_SETTINGS/url is wrong",
                        "MAIL_SETTINGS/secrets is wrong",
                        "REGISTRAR_SETTINGS/url is wrong",
                        "REGISTRAR_SETTINGS/client is wrong",
                        "REGISTRAR_SETTINGS/password is wrong: Enter a reference",
                        "REGISTRAR_SETTINGS/customerContacts is wrong: Enter a regular expression",
                        "REGISTRAR_SETTINGS/contactAddress is wrong")
                .withMessageNotContaining("hunter2");
    }

    /** Creating the connectors reads no secret and makes no call: nothing listens at this AWS. */
    @Test
    void aConnectorIsMadeAsItsSettingsSay() {
        var changed = new HashMap<>(Environments.at("http://127.0.0.1:1"));
        changed.put("DNS_CONNECTOR", "powerdns");
        changed.put("DNS_SETTINGS", "{\"url\":\"https://ns.example.gr\",\"apiKey\":\"ssm:/support-pin/key\"}");
        changed.put("MAIL_CONNECTOR", "webhook");
        changed.put("MAIL_SETTINGS", "{\"url\":\"https://api.example.gr\",\"secrets\":[\"ssm:/support-pin/hook\"]}");
        changed.put("REGISTRAR_CONNECTOR", "epp");
        changed.put("REGISTRAR_SETTINGS", """
                {"url":"https://regepp.ics.forth.gr:700/epp/proxy","client":"registrar","password":"ssm:/support-pin/epp",
                 "contactPrefix":"reg_","customerContacts":"reg_c([0-9]+)",
                 "contactAddress":{"street":"Οδός 1","city":"Αθήνα","region":"Αττική","postalCode":"10431","country":"GR"}}""");
        changed.put("BILLING_CONNECTOR", "whmcs");
        changed.put("BILLING_SETTINGS", """
                {"url":"https://billing.example.gr/whmcs","identifier":"ssm:/support-pin/id","secret":"ssm:/support-pin/key",
                 "paymentMethod":"banktransfer","addedVat":"24","products":[{"id":"1"}]}""");
        var office = backOffice(changed);

        assertThat(office.dnsZones().getClass().getSimpleName()).isEqualTo("PowerDnsZones");
        assertThat(sender(office)).isEqualTo("WebhookMail");
        assertThat(office.registrar().getClass().getSimpleName()).isEqualTo("EppRegistrar");
        assertThat(office.billing().getClass().getSimpleName()).isEqualTo("WhmcsBilling");
        assertThat(office.webHosting().getClass().getSimpleName()).isEqualTo("WebhookHosting");
        assertThat(office.delegationProbe().getClass().getSimpleName()).isEqualTo("DnsDelegationProbe");
    }

    @Test
    void hostingByPleskIsMadeAsItsSettingsSayAndMailBySmtpIsLeftToTheOutbox() {
        var changed = new HashMap<>(Environments.at("http://127.0.0.1:1"));
        changed.put("HOSTING_CONNECTOR", "plesk");
        changed.put(
                "HOSTING_SETTINGS",
                "{\"url\":\"https://plesk.example.gr:8443\",\"secretKey\":\"ssm:/support-pin/plesk\"}");
        changed.put("DNS_CONNECTOR", "plesk");
        changed.put("DNS_SETTINGS", changed.get("HOSTING_SETTINGS"));
        changed.put("MAIL_CONNECTOR", "smtp");
        changed.remove("MAIL_SETTINGS");
        var office = backOffice(changed);

        assertThat(office.webHosting().getClass().getSimpleName()).isEqualTo("PleskHosting");
        assertThat(office.dnsZones().getClass().getSimpleName()).isEqualTo("PleskZones");
        assertThat(office.mail()).isEqualTo(new MailRoute.ByOutbox());
    }

    @Test
    void mailBySesIsMadeAsItsSettingsSay() {
        var changed = new HashMap<>(Environments.at("http://127.0.0.1:1"));
        changed.put("MAIL_CONNECTOR", "ses");
        changed.put("MAIL_SETTINGS", "{\"from\":\"support@example.gr\"}");

        assertThat(sender(backOffice(changed))).isEqualTo("SesMail");
        changed.put("MAIL_SETTINGS", "{\"from\":\"hunter2\",\"region\":\"eu\"}");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(changed))
                .withMessageContainingAll("MAIL_SETTINGS/from is wrong", "MAIL_SETTINGS/region is wrong")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void faultsOfPleskAndSmtpAreReportedWithoutTheValue() {
        var changed = new HashMap<>(WHOLE);
        changed.put("HOSTING_CONNECTOR", "plesk");
        changed.put("HOSTING_SETTINGS", "{\"url\":\"https://plesk.example.gr:8443\",\"secretKey\":\"hunter2\"}");
        var smtp = "{\"host\":\"mail.example.gr\",\"from\":\"hunter2\",\"password\":\"hunter2\"}";

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(changed))
                .withMessageContaining("HOSTING_SETTINGS/secretKey is wrong: Enter a reference")
                .withMessageNotContaining("hunter2");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.from(outbox("smtp", smtp)))
                .withMessageContainingAll(
                        "MAIL_SETTINGS/from is wrong",
                        "MAIL_SETTINGS/password is wrong: Enter a reference",
                        "MAIL_SETTINGS/user is wrong: Enter both user and password")
                .withMessageNotContaining("hunter2");
    }
}
