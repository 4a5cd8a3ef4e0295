package org.supportpin.backoffice.connector;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.supportpin.backoffice.billing.whmcs.WhmcsBilling;
import org.supportpin.backoffice.billing.whmcs.WhmcsSettings;
import org.supportpin.backoffice.delegation.DnsDelegationProbe;
import org.supportpin.backoffice.dns.powerdns.PowerDnsSettings;
import org.supportpin.backoffice.dns.powerdns.PowerDnsZones;
import org.supportpin.backoffice.hosting.plesk.PleskHosting;
import org.supportpin.backoffice.hosting.plesk.PleskSettings;
import org.supportpin.backoffice.hosting.plesk.PleskZones;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.mail.ses.SesMail;
import org.supportpin.backoffice.mail.ses.SesSettings;
import org.supportpin.backoffice.mail.smtp.SmtpMail;
import org.supportpin.backoffice.mail.smtp.SmtpSettings;
import org.supportpin.backoffice.mail.smtp.SmtpTimeouts;
import org.supportpin.backoffice.registrar.epp.EppRegistrar;
import org.supportpin.backoffice.registrar.epp.EppSettings;
import org.supportpin.backoffice.webhook.Webhook;
import org.supportpin.backoffice.webhook.WebhookSettings;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Registrar;

/**
 * The connectors of each port. Two settings choose one: its name, and the JSON object of its settings, which is {@code {}} if it has none.
 *
 * @param <P> the port
 */
public final class ConnectorRegistry<P> {

    /** The connector of a {@link ConnectorProvider}, for trials only. */
    public static final String SIMULATED = "simulated";

    private static final String WEBHOOK = "webhook";

    public static final ConnectorRegistry<Billing> BILLING = new ConnectorRegistry<>(
            Map.of(
                    WEBHOOK,
                    byWebhook(Webhook::billing),
                    "whmcs",
                    ConnectorKind.of(
                            WhmcsSettings.READ,
                            (settings, context) -> new WhmcsBilling(settings, context.secrets(), Timeouts.USUAL))),
            ConnectorProvider::billing);

    public static final ConnectorRegistry<DnsZones> DNS = new ConnectorRegistry<>(
            Map.of(
                    WEBHOOK,
                    byWebhook(Webhook::dnsZones),
                    "powerdns",
                    ConnectorKind.of(
                            PowerDnsSettings.READ,
                            (settings, context) -> new PowerDnsZones(settings, context.secrets(), Timeouts.USUAL)),
                    "plesk",
                    ConnectorKind.of(
                            PleskSettings.READ,
                            (settings, context) -> new PleskZones(settings, context.secrets(), Timeouts.USUAL))),
            ConnectorProvider::dnsZones);

    public static final ConnectorRegistry<Registrar> REGISTRAR = new ConnectorRegistry<>(
            Map.of(
                    WEBHOOK,
                    byWebhook(Webhook::registrar),
                    "epp",
                    ConnectorKind.of(
                            EppSettings.READ,
                            (settings, context) ->
                                    new EppRegistrar(settings, context.secrets(), Clock.systemUTC(), Timeouts.USUAL))),
            ConnectorProvider::registrar);

    public static final ConnectorRegistry<WebHosting> HOSTING = new ConnectorRegistry<>(
            Map.of(
                    WEBHOOK,
                    byWebhook(Webhook::webHosting),
                    "plesk",
                    ConnectorKind.of(
                            PleskSettings.READ,
                            (settings, context) -> new PleskHosting(settings, context.secrets(), Timeouts.USUAL))),
            ConnectorProvider::webHosting);

    public static final ConnectorRegistry<MailSender> MAIL = new ConnectorRegistry<>(
            Map.of(
                    WEBHOOK,
                    byWebhook(Webhook::mailSender),
                    "smtp",
                    ConnectorKind.slow(ConnectorKind.of(
                            SmtpSettings.READ,
                            (settings, context) ->
                                    new SmtpMail(settings, context.secrets(), Clock.systemUTC(), SmtpTimeouts.USUAL))),
                    "ses",
                    ConnectorKind.of(
                            SesSettings.READ,
                            (settings, context) -> new SesMail(settings, context.ses(Timeouts.USUAL.whole())))),
            ConnectorProvider::mailSender);

    /** Who asks nameservers. Signatures are judged by real time. Nothing can be set, so nothing turns it elsewhere. */
    public static final ConnectorRegistry<DelegationProbe> DELEGATION = new ConnectorRegistry<>(
            Map.of("dns", ConnectorKind.withoutSettings(_ -> new DnsDelegationProbe(Clock.systemUTC()))),
            ConnectorProvider::delegationProbe);

    private final Map<String, ConnectorKind<P>> kinds;
    private final Function<ConnectorProvider, ConnectorKind<P>> provided;

    private ConnectorRegistry(
            Map<String, ConnectorKind<P>> kinds, Function<ConnectorProvider, ConnectorKind<P>> provided) {
        this.kinds = kinds;
        this.provided = provided;
    }

    /** Uses real time, which the service's clock may differ from in a trial, because the receiver checks time stamps. */
    private static <P> ConnectorKind<P> byWebhook(Function<Webhook, P> port) {
        return ConnectorKind.of(
                WebhookSettings.READ,
                (settings, context) ->
                        port.apply(new Webhook(settings, context.secrets(), Clock.systemUTC(), Timeouts.USUAL)));
    }

    /** The names of all connectors of the port, whether or not this build includes them. */
    public SortedSet<String> names() {
        var names = new TreeSet<>(kinds.keySet());
        names.add(SIMULATED);
        return names;
    }

    /** {@link ConnectorKind#answersWithinARequest} of one of the {@link #names}. */
    public boolean answersWithinARequest(String name) {
        var kind = kinds.get(name);
        return kind == null || kind.answersWithinARequest();
    }

    /**
     * Chooses a connector.
     *
     * @param connectorSetting the setting that holds the name
     * @param settingsSetting the setting that holds the settings
     * @return or the faults, each a sentence that starts with the setting's name and never repeats a value
     */
    public Checked<Connector<P>> choose(String connectorSetting, String name, String settingsSetting, String settings) {
        return kind(connectorSetting, name).flatMap(kind -> configured(kind, settingsSetting, settings));
    }

    private Checked<ConnectorKind<P>> kind(String setting, String name) {
        var kind = kinds.get(name);
        if (kind != null) {
            return Checked.valid(kind);
        }
        if (!name.equals(SIMULATED)) {
            return Checked.faulty(
                    setting + " is not the name of a connector; use one of: " + String.join(", ", names()));
        }
        return provider(name)
                .map(provider -> Checked.valid(provided.apply(provider)))
                .orElseGet(() -> Checked.faulty(setting
                        + " is simulated, but this build has no simulated back office; build with -Psimulated"));
    }

    /** Called only if such a connector is chosen, so that it costs nothing otherwise. */
    private static Optional<ConnectorProvider> provider(String name) {
        return ServiceLoader.load(ConnectorProvider.class, ConnectorProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    private Checked<Connector<P>> configured(ConnectorKind<P> kind, String setting, String settings) {
        try {
            return switch (kind.configured(JsonText.read(settings))) {
                case Valid<Connector<P>> valid -> valid;
                case Faulty<Connector<P>>(var faults) -> Checked.faulty(named(setting, faults));
            };
        } catch (MalformedJson e) {
            return Checked.faulty(setting + " is " + e.getMessage());
        }
    }

    private static List<Fault> named(String setting, List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault("", setting + fault.pointer() + " is wrong: " + fault.message()))
                .toList();
    }
}
