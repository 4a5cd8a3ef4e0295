package org.supportpin.functions.connector;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.supportpin.backoffice.billing.whmcs.WhmcsSettings;
import org.supportpin.backoffice.dns.powerdns.PowerDnsSettings;
import org.supportpin.backoffice.hosting.plesk.PleskSettings;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.mail.ses.SesSettings;
import org.supportpin.backoffice.mail.smtp.SmtpSettings;
import org.supportpin.backoffice.registrar.epp.EppSettings;
import org.supportpin.backoffice.webhook.WebhookSettings;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.functions.connector.Connector.ByWebhook;
import org.supportpin.functions.connector.Connector.ForBilling;
import org.supportpin.functions.connector.Connector.ForDns;
import org.supportpin.functions.connector.Connector.ForHosting;
import org.supportpin.functions.connector.Connector.ForMail;
import org.supportpin.functions.connector.Connector.ForRegistrar;
import org.supportpin.functions.connector.Connector.Simulated;

/**
 * The connectors of one interface, by name. Two variables choose: {@code <NAME>_CONNECTOR} names one, {@code <NAME>_SETTINGS} is the
 * JSON object of its settings, {@code {}} where it has none.
 *
 * @param variable how the names of the two variables start
 */
public record ConnectorRegistry<C extends Connector>(String variable, Map<String, Read<? extends C>> connectors) {

    private static final Read<Simulated> SIMULATED = Read.object(fields -> fields.make(Simulated::new));

    private static final Read<ByWebhook> WEBHOOK = mapped(WebhookSettings.READ, ByWebhook::new);

    public static final ConnectorRegistry<ForBilling> BILLING = new ConnectorRegistry<>(
            "BILLING",
            Map.of(
                    "simulated",
                    SIMULATED,
                    "webhook",
                    WEBHOOK,
                    "whmcs",
                    mapped(WhmcsSettings.READ, Connector.Whmcs::new)));
    public static final ConnectorRegistry<ForDns> DNS = new ConnectorRegistry<>(
            "DNS",
            Map.of(
                    "simulated",
                    SIMULATED,
                    "webhook",
                    WEBHOOK,
                    "powerdns",
                    mapped(PowerDnsSettings.READ, Connector.PowerDns::new),
                    "plesk",
                    mapped(PleskSettings.READ, Connector.Plesk::new)));
    public static final ConnectorRegistry<ForRegistrar> REGISTRAR = new ConnectorRegistry<>(
            "REGISTRAR",
            Map.of("simulated", SIMULATED, "webhook", WEBHOOK, "epp", mapped(EppSettings.READ, Connector.Epp::new)));
    public static final ConnectorRegistry<ForHosting> HOSTING = new ConnectorRegistry<>(
            "HOSTING",
            Map.of(
                    "simulated",
                    SIMULATED,
                    "webhook",
                    WEBHOOK,
                    "plesk",
                    mapped(PleskSettings.READ, Connector.Plesk::new)));
    public static final ConnectorRegistry<ForMail> MAIL = new ConnectorRegistry<>(
            "MAIL",
            Map.of(
                    "simulated",
                    SIMULATED,
                    "webhook",
                    WEBHOOK,
                    "smtp",
                    mapped(SmtpSettings.READ, Connector.Smtp::new),
                    "ses",
                    mapped(SesSettings.READ, Connector.Ses::new)));

    private static <S, C extends Connector> Read<C> mapped(Read<S> settings, Function<S, C> connector) {
        return json -> settings.from(json).map(connector);
    }

    public ConnectorRegistry {
        connectors = Map.copyOf(connectors);
    }

    public String connectorVariable() {
        return variable + "_CONNECTOR";
    }

    public String settingsVariable() {
        return variable + "_SETTINGS";
    }

    /**
     * The connector that is chosen.
     *
     * @return or each fault, as a sentence that starts with the variable's name and never repeats a value
     */
    public Checked<C> choose(String name, String settings) {
        var read = connectors.get(name);
        if (read == null) {
            var names = String.join(", ", new TreeMap<>(connectors).keySet());
            return Checked.faulty(connectorVariable() + " names no connector; there is " + names);
        }
        try {
            return switch (read.from(JsonText.read(settings))) {
                case Checked.Valid<? extends C>(var connector) -> Checked.valid(connector);
                case Checked.Faulty<? extends C>(var faults) -> Checked.faulty(told(faults));
            };
        } catch (MalformedJson e) {
            return Checked.faulty(settingsVariable() + " is " + e.getMessage());
        }
    }

    private List<Fault> told(List<Fault> faults) {
        Function<Fault, Fault> tell =
                fault -> new Fault("", settingsVariable() + fault.pointer() + " is wrong: " + fault.message());
        return faults.stream().map(tell).toList();
    }
}
