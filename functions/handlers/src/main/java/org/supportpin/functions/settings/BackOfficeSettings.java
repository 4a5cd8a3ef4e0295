package org.supportpin.functions.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.connector.Connector;
import org.supportpin.backoffice.connector.ConnectorRegistry;
import org.supportpin.domain.billing.BankAccount;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.functions.settings.Environment.Given;

/**
 * The connector of each of the six ports, and what they have in common.
 *
 * @param mail null if the mail system needs longer than a request has: only the outbox calls it, and only the outbox has its settings
 * @param table the simulated back office's, if a connector is simulated
 * @param bank the account that customers pay into
 */
public record BackOfficeSettings(
        Connector<Billing> billing,
        Connector<DnsZones> dns,
        Connector<Registrar> registrar,
        Connector<WebHosting> hosting,
        @Nullable Connector<MailSender> mail,
        Connector<DelegationProbe> delegation,
        @Nullable String table,
        BankAccount bank) {

    private static final List<Variable> CONNECTORS = List.of(
            Variable.BILLING_CONNECTOR,
            Variable.DNS_CONNECTOR,
            Variable.REGISTRAR_CONNECTOR,
            Variable.HOSTING_CONNECTOR,
            Variable.MAIL_CONNECTOR,
            Variable.DELEGATION_CONNECTOR);

    /**
     * The outbox's mail system.
     *
     * @param table as above
     */
    public record OutboxMail(
            Connector<MailSender> mail, @Nullable String table) {}

    /** Only functions with actions have these connectors. */
    static boolean isNeeded(Environment environment) {
        return CONNECTORS.stream()
                .filter(name -> name != Variable.MAIL_CONNECTOR)
                .anyMatch(environment::has);
    }

    /** A function without actions that has a mail system is the outbox. */
    static boolean isOutboxMailNeeded(Environment environment) {
        return environment.has(Variable.MAIL_CONNECTOR) && !isNeeded(environment);
    }

    static Given<OutboxMail> readOutboxMail(Environment environment) {
        return environment.group(() -> {
            var trial = environment.value(Variable.TRIAL, Environment::trueOrFalse);
            var mail = new Choice(environment, trial.orElse(false))
                    .of(ConnectorRegistry.MAIL, Variable.MAIL_CONNECTOR, Variable.MAIL_SETTINGS);
            var table = table(environment);
            return () -> new OutboxMail(mail.get(), table == null ? null : table.get());
        });
    }

    private static @Nullable Given<String> table(Environment environment) {
        return CONNECTORS.stream().anyMatch(name -> environment.is(name, ConnectorRegistry.SIMULATED))
                ? environment.text(Variable.BACK_OFFICE_TABLE_NAME)
                : null;
    }

    static Given<BackOfficeSettings> read(Environment environment) {
        return environment.group(() -> {
            var trial = environment.value(Variable.TRIAL, Environment::trueOrFalse);
            var choice = new Choice(environment, trial.orElse(false));
            var billing = choice.of(ConnectorRegistry.BILLING, Variable.BILLING_CONNECTOR, Variable.BILLING_SETTINGS);
            var dns = choice.of(ConnectorRegistry.DNS, Variable.DNS_CONNECTOR, Variable.DNS_SETTINGS);
            var registrar =
                    choice.of(ConnectorRegistry.REGISTRAR, Variable.REGISTRAR_CONNECTOR, Variable.REGISTRAR_SETTINGS);
            var hosting = choice.of(ConnectorRegistry.HOSTING, Variable.HOSTING_CONNECTOR, Variable.HOSTING_SETTINGS);
            var mail = isMailForTheOutbox(environment)
                    ? null
                    : choice.of(ConnectorRegistry.MAIL, Variable.MAIL_CONNECTOR, Variable.MAIL_SETTINGS);
            var delegation = choice.of(ConnectorRegistry.DELEGATION, Variable.DELEGATION_CONNECTOR);
            var table = table(environment);
            var holder = environment.text(Variable.BANK_ACCOUNT_HOLDER);
            var bank = environment.value(
                    Variable.BANK_ACCOUNT_IBAN, iban -> new BankAccount(holder.orElse("not set"), iban));
            return () -> new BackOfficeSettings(
                    billing.get(),
                    dns.get(),
                    registrar.get(),
                    hosting.get(),
                    mail == null ? null : mail.get(),
                    delegation.get(),
                    table == null ? null : table.get(),
                    bank.get());
        });
    }

    private static boolean isMailForTheOutbox(Environment environment) {
        return ConnectorRegistry.MAIL.names().stream()
                .filter(name -> environment.is(Variable.MAIL_CONNECTOR, name))
                .anyMatch(name -> !ConnectorRegistry.MAIL.answersWithinARequest(name));
    }

    private record Choice(Environment environment, boolean trial) {

        <P> Given<Connector<P>> of(ConnectorRegistry<P> registry, Variable connector, Variable settings) {
            return environment.then(() -> {
                var name = environment.text(connector);
                var text = environment.text(settings);
                return () -> chosen(registry, connector, name.get(), settings.name(), text.get());
            });
        }

        /** One of connectors without settings. */
        <P> Given<Connector<P>> of(ConnectorRegistry<P> registry, Variable connector) {
            return environment.then(() -> {
                var name = environment.text(connector);
                return () -> chosen(registry, connector, name.get(), connector.name(), "{}");
            });
        }

        private <P> Checked<Connector<P>> chosen(
                ConnectorRegistry<P> registry, Variable connector, String name, String setting, String settings) {
            return name.equals(ConnectorRegistry.SIMULATED) && !trial
                    ? Checked.faulty(connector
                            + " is simulated, which only a trial allows: choose another connector, or set "
                            + Variable.TRIAL + " to true")
                    : registry.choose(connector.name(), name, setting, settings);
        }
    }
}
