package org.supportpin.functions;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.billing.BankAccount;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.customer.Limit;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.phone.PhoneNumbers;
import org.supportpin.functions.connector.Connector;
import org.supportpin.functions.connector.Connector.ForBilling;
import org.supportpin.functions.connector.Connector.ForDns;
import org.supportpin.functions.connector.Connector.ForHosting;
import org.supportpin.functions.connector.Connector.ForMail;
import org.supportpin.functions.connector.Connector.ForRegistrar;
import org.supportpin.functions.connector.Connector.Simulated;
import org.supportpin.functions.connector.ConnectorRegistry;
import org.supportpin.functions.http.Callers.Realm;

/**
 * All that a deployment decides, read once from the environment. Every fault is told at once, and the function does not start.
 *
 * @param tenant part of every secret's encryption context
 * @param backOffice the systems behind the actions; null for functions that need none
 */
public record Settings(
        String table,
        String keyId,
        String tenant,
        Realm panel,
        Realm agents,
        String smsSenderId,
        PhoneNumbers numbers,
        ZoneId timeZone,
        Limits limits,
        @Nullable BackOfficeSettings backOffice) {

    /**
     * Which connector serves each of the five interfaces, and what they need beside their own settings.
     *
     * @param simulatedTable the simulated back office's table; null where no connector is simulated
     * @param bank where customers pay
     */
    public record BackOfficeSettings(
            ForBilling billing,
            ForDns dns,
            ForRegistrar registrar,
            ForHosting hosting,
            ForMail mail,
            @Nullable String simulatedTable,
            BankAccount bank) {

        boolean isSimulated() {
            return Stream.of(billing, dns, registrar, hosting, mail).anyMatch(Simulated.class::isInstance);
        }
    }

    /** The names of the environment variables that are read here; template.yaml sets these and no others. */
    public static final Set<String> NAMES = Stream.concat(
                    Limits.ALL.stream().map(Limit::name),
                    Stream.of(
                            "TABLE_NAME",
                            "KEY_ID",
                            "TENANT",
                            "PANEL_ISSUER",
                            "PANEL_AUDIENCE",
                            "AGENT_ISSUER",
                            "AGENT_AUDIENCE",
                            "SMS_SENDER_ID",
                            "SMS_COUNTRIES",
                            "TIME_ZONE",
                            "BACK_OFFICE_TABLE_NAME",
                            "BILLING_CONNECTOR",
                            "BILLING_SETTINGS",
                            "DNS_CONNECTOR",
                            "DNS_SETTINGS",
                            "REGISTRAR_CONNECTOR",
                            "REGISTRAR_SETTINGS",
                            "HOSTING_CONNECTOR",
                            "HOSTING_SETTINGS",
                            "MAIL_CONNECTOR",
                            "MAIL_SETTINGS",
                            "BANK_ACCOUNT_HOLDER",
                            "BANK_ACCOUNT_IBAN"))
            .collect(Collectors.toUnmodifiableSet());

    /** The configuration is wrong; the message names every fault. */
    public static final class InvalidSettings extends RuntimeException {
        private static final long serialVersionUID = 1;

        InvalidSettings(List<String> faults) {
            super("The settings are wrong: " + String.join("; ", faults));
        }
    }

    /**
     * Reads the settings.
     *
     * @throws InvalidSettings naming every variable that is missing or wrong
     */
    public static Settings from(Map<String, String> environment) {
        return new Reader(environment).read();
    }

    private static final class Reader {
        /** Stands in until the faults are thrown: the example of the IBAN registry (ISO 13616). */
        private static final BankAccount NO_ACCOUNT = new BankAccount("none", "GR1601101250000000012300695");

        private final Map<String, String> environment;
        private final List<String> faults = new ArrayList<>();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        Settings read() {
            var settings = new Settings(
                    text("TABLE_NAME"),
                    text("KEY_ID"),
                    text("TENANT"),
                    new Realm(text("PANEL_ISSUER"), text("PANEL_AUDIENCE")),
                    new Realm(text("AGENT_ISSUER"), text("AGENT_AUDIENCE")),
                    text("SMS_SENDER_ID"),
                    value("SMS_COUNTRIES", Reader::numbers, PhoneNumbers.ofDefaultRegions()),
                    value("TIME_ZONE", ZoneId::of, ZoneId.of("Europe/Athens")),
                    limits(),
                    environment.containsKey("DNS_CONNECTOR") ? backOffice() : null);
            var issuer = settings.panel().issuer();
            if (!issuer.isEmpty() && issuer.equals(settings.agents().issuer())) {
                faults.add("PANEL_ISSUER and AGENT_ISSUER must differ");
            }
            if (!faults.isEmpty()) {
                throw new InvalidSettings(faults);
            }
            return settings;
        }

        private BackOfficeSettings backOffice() {
            var settings = new BackOfficeSettings(
                    chosen(ConnectorRegistry.BILLING, new Simulated()),
                    chosen(ConnectorRegistry.DNS, new Simulated()),
                    chosen(ConnectorRegistry.REGISTRAR, new Simulated()),
                    chosen(ConnectorRegistry.HOSTING, new Simulated()),
                    chosen(ConnectorRegistry.MAIL, new Simulated()),
                    environment.get("BACK_OFFICE_TABLE_NAME"),
                    bank());
            if (settings.simulatedTable() == null && settings.isSimulated()) {
                faults.add("BACK_OFFICE_TABLE_NAME is not set; the simulated back office needs it");
            }
            return settings;
        }

        /**
         * A connector with its settings.
         *
         * @param standIn until the faults are thrown
         */
        private <C extends Connector> C chosen(ConnectorRegistry<C> choice, C standIn) {
            var name = text(choice.connectorVariable());
            var settings = text(choice.settingsVariable());
            if (name.isEmpty() || settings.isEmpty()) {
                return standIn;
            }
            return switch (choice.choose(name, settings)) {
                case Checked.Valid<C>(var connector) -> connector;
                case Checked.Faulty<C>(var found) -> {
                    found.forEach(fault -> faults.add(fault.message()));
                    yield standIn;
                }
            };
        }

        private BankAccount bank() {
            var holder = value("BANK_ACCOUNT_HOLDER", Function.identity(), NO_ACCOUNT.holder());
            return value("BANK_ACCOUNT_IBAN", iban -> new BankAccount(holder, iban), NO_ACCOUNT);
        }

        private Limits limits() {
            try {
                return Limits.of(this::limit);
            } catch (IllegalArgumentException e) {
                faults.add(String.valueOf(e.getMessage()));
                return Limits.DEFAULTS;
            }
        }

        private <T extends Comparable<T>> T limit(Limit<T> limit) {
            return value(limit.name(), limit.parse(), limit.usual());
        }

        private String text(String name) {
            return value(name, Function.identity(), "");
        }

        private <T> T value(String name, Function<String, T> read, T otherwise) {
            var given = Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
            if (given.isEmpty()) {
                faults.add(name + " is not set");
                return otherwise;
            }
            try {
                return read.apply(given.get());
            } catch (IllegalArgumentException | DateTimeException e) {
                faults.add(name + " is wrong: " + e.getMessage());
                return otherwise;
            }
        }

        private static PhoneNumbers numbers(String regions) {
            return new PhoneNumbers(new LinkedHashSet<>(List.of(regions.split(","))));
        }
    }
}
