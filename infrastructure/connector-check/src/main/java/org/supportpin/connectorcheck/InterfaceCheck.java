package org.supportpin.connectorcheck;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.supportpin.backoffice.billing.whmcs.WhmcsSettings;
import org.supportpin.backoffice.connector.Connector;
import org.supportpin.backoffice.connector.ConnectorRegistry;
import org.supportpin.backoffice.dns.powerdns.PowerDnsSettings;
import org.supportpin.backoffice.hosting.plesk.PleskSettings;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.mail.ses.SesSettings;
import org.supportpin.backoffice.mail.smtp.SmtpMail;
import org.supportpin.backoffice.mail.smtp.SmtpSettings;
import org.supportpin.backoffice.registrar.epp.EppSettings;
import org.supportpin.command.Report;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;

/** Checks one interface: the settings as a function does at its start, then look-ups, then what the exchanges show. */
final class InterfaceCheck {

    private final Outside outside;
    private final Arguments arguments;
    private final GivenSecrets secrets;
    private final Report report;

    InterfaceCheck(Outside outside, Arguments arguments, GivenSecrets secrets, Report report) {
        this.outside = outside;
        this.arguments = arguments;
        this.secrets = secrets;
        this.report = report;
    }

    void check(BackOfficeInterface which, String connector, String settings) {
        var lookUps = new LookUps(arguments, report);
        switch (which) {
            case BILLING ->
                with(
                        ConnectorRegistry.BILLING,
                        which,
                        connector,
                        settings,
                        billing -> lookUps.billing(billing.get(), products(connector, settings)));
            case DNS -> with(ConnectorRegistry.DNS, which, connector, settings, zones -> lookUps.dns(zones.get()));
            case REGISTRAR ->
                with(
                        ConnectorRegistry.REGISTRAR,
                        which,
                        connector,
                        settings,
                        registrar -> lookUps.registrar(registrar.get()));
            case HOSTING ->
                with(ConnectorRegistry.HOSTING, which, connector, settings, hosting -> lookUps.hosting(hosting.get()));
            case MAIL ->
                with(ConnectorRegistry.MAIL, which, connector, settings, mails -> mail(connector, settings, mails));
        }
    }

    private <P> void with(
            ConnectorRegistry<P> registry,
            BackOfficeInterface which,
            String connector,
            String settings,
            Consumer<Supplier<P>> lookUp) {
        switch (registry.choose("-Dconnector", connector, which.setting(), settings)) {
            case Faulty<Connector<P>>(var faults) ->
                faults.forEach(fault -> report.problem(
                        fault.message(),
                        "See “Settings” in docs/connectors/" + connector + ".md. Nothing was called."));
            case Valid<Connector<P>>(var chosen) -> {
                report.ok("The settings are valid.");
                var watch = new ReadOnly(connector);
                // Made under the watch, so that every request of theirs passes it.
                Supplier<P> port = () -> watch.over(() -> chosen.connect(outside.context(secrets)));
                var vendor = watch.over(() -> vendor(connector, settings));
                vendor.ifPresent(Vendor::read);
                lookUp.accept(port);
                Transport.tell(watch.exchanges(), report);
                vendor.ifPresent(each -> each.tell(Transport.answered(watch.exchanges()), report));
                if (watch.hasRefused()) {
                    report.problem(
                            "The connector was kept from a call that the check does not know as a reading one.",
                            "This is a fault of the check; please report it.");
                }
            }
        }
    }

    private Optional<Vendor> vendor(String connector, String settings) {
        return switch (connector) {
            case "powerdns" ->
                Optional.of(new PowerDns(read(PowerDnsSettings.READ, settings), secrets, outside.clock()));
            case "plesk" -> Optional.of(new Plesk(read(PleskSettings.READ, settings), secrets));
            case "epp" -> Optional.of(new Epp(read(EppSettings.READ, settings)));
            case "whmcs" -> Optional.of(new Whmcs(read(WhmcsSettings.READ, settings)));
            case "webhook" -> Optional.of(new Webhook());
            default -> Optional.empty();
        };
    }

    private static List<ProductId> products(String connector, String settings) {
        return connector.equals("whmcs")
                ? read(WhmcsSettings.READ, settings).products().keySet().stream()
                        .sorted(Comparator.comparing(ProductId::value))
                        .toList()
                : List.of();
    }

    private void mail(String connector, String settings, Supplier<MailSender> mails) {
        switch (connector) {
            case "smtp" -> {
                if (mails.get() instanceof SmtpMail smtp) {
                    new Smtp(read(SmtpSettings.READ, settings), secrets, report).check(smtp, outside.tls());
                }
            }
            case "ses" ->
                new Ses(
                                read(SesSettings.READ, settings),
                                () -> ReadingSes.of(outside.ses().get()),
                                report)
                        .check();
            default -> findMail(mails.get());
        }
    }

    /** A mail that was never sent. */
    private void findMail(MailSender mails) {
        var nobody = EmailAddress.parse("nobody@example.com").orThrow();
        try {
            var _ = mails.find(new MailId("connector-check-nothing-"), new Mail(nobody, "order-details", "", ""));
        } catch (BackOfficeUnavailable e) {
            report.problem("A look-up gave no usable answer: " + e.getMessage() + ".", "The other findings say why.");
        }
    }

    /** The settings were read before, so they are valid. */
    private static <S> S read(Read<S> form, String settings) {
        return form.from(JsonText.readOwn(settings)).orThrow();
    }
}
