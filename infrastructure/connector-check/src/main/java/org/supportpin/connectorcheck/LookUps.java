package org.supportpin.connectorcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.command.Report;
import org.supportpin.connectorcheck.Arguments.Option;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.Registrar;

/**
 * Looks things up through the ports: what was given, or else something that should not exist, so that each of the connector's reading
 * calls is made. Counts, kinds and states are told, never a name, an address or a number.
 */
final class LookUps {

    private static final String NO_NAME = "support-pin-connector-check.gr";
    private static final String NO_NUMBER = "999999999";

    private final Arguments arguments;
    private final Report report;
    private final List<String> notGiven = new ArrayList<>();

    LookUps(Arguments arguments, Report report) {
        this.arguments = arguments;
        this.report = report;
    }

    /** @param further products that the settings name */
    void billing(Billing billing, List<ProductId> further) {
        for (var product : further) {
            asked(() -> billing.findProduct(product))
                    .ifPresent(found -> found.ifPresentOrElse(
                            _ -> report.ok("Product " + product.value() + " of the settings is there."),
                            () -> report.problem(
                                    "Product " + product.value() + " of the settings does not exist.",
                                    "Correct \"products\".")));
        }
        look(Option.PRODUCT, NO_NUMBER, ProductId::parse, billing::findProduct, LookUps::told, _ -> null);
        look(Option.SERVICE, NO_NUMBER, ServiceId::parse, billing::findService, LookUps::told, Service::customer);
        look(Option.ORDER, NO_NUMBER, OrderId::parse, billing::findOrder, LookUps::told, Order::customer);
        hint();
    }

    void dns(DnsZones zones) {
        look(Option.DOMAIN, NO_NAME, DomainName::parse, zones::zone, LookUps::told, Zone::holder);
        hint();
    }

    void registrar(Registrar registrar) {
        look(Option.DOMAIN, NO_NAME, DomainName::parse, registrar::domain, LookUps::told, RegisteredDomain::customer);
        look(
                Option.CONTACT,
                "spin_check_none",
                ContactId::parse,
                registrar::contact,
                contact -> "It is there; who it is, is " + (contact.isShown() ? "" : "not ") + "shown.",
                Contact::listedUnder);
        hint();
    }

    void hosting(WebHosting hosting) {
        look(Option.PACKAGE, NO_NUMBER, PackageId::parse, hosting::find, LookUps::told, HostingPackage::holder);
        hint();
    }

    private static String told(Product product) {
        return "It is a %s product, %s sale by telephone, with %d prices and %d upgrades."
                .formatted(
                        product.kind().text(),
                        product.onSale() ? "on" : "not on",
                        product.prices().size(),
                        product.upgrades().size());
    }

    private static String told(Service service) {
        return "It is %s, paid %s, next due %s; its renewal is %s invoiced."
                .formatted(
                        service.status().text(),
                        service.cycle().text(),
                        service.nextDue(),
                        service.renewalInvoice().isPresent() ? "already" : "not");
    }

    private static String told(Order order) {
        return "It is " + (order.paid() ? "paid." : "not paid.");
    }

    private static String told(Zone zone) {
        var types = new TreeMap<String, Integer>();
        zone.recordSets().forEach(set -> types.merge(set.type().text(), 1, Integer::sum));
        return "It is served, with %d record sets: %s."
                .formatted(zone.recordSets().size(), types);
    }

    private static String told(RegisteredDomain domain) {
        var signing = domain.signing();
        return "It is %s, with %d nameservers and %d administrators; it is %s."
                .formatted(
                        domain.status().text(),
                        domain.nameservers().servers().size(),
                        domain.administrators().size(),
                        signing == null
                                ? "not known whether it is signed"
                                : signing.isSigned() ? "signed" : "not signed");
    }

    private static String told(HostingPackage found) {
        return "It runs PHP %s and is offered %s; it has %d mailboxes and %d domains; %d addresses are banned."
                .formatted(
                        found.php().version().value(),
                        found.php().offered(),
                        found.mailboxes().size(),
                        found.furtherDomains().size() + 1,
                        found.banned().size());
    }

    /** Whose something is; nobody's if it can be no customer's. */
    private interface Holder<T> {
        @Nullable CustomerId of(T found);
    }

    private <I, T> void look(
            Option option,
            String none,
            Function<String, Checked<I>> parse,
            Function<I, Optional<T>> find,
            Function<T, String> tell,
            Holder<T> holder) {
        var given = arguments.get(option);
        switch (parse.apply(given.orElse(none))) {
            case Checked.Faulty<I>(var faults) ->
                report.problem(
                        "-D" + option.text() + " is wrong: " + faults.getFirst().message(), "Correct it.");
            case Checked.Valid<I>(var id) -> {
                if (given.isEmpty()) {
                    notGiven.add("-D" + option.text() + "=…");
                }
                asked(() -> find.apply(id)).ifPresent(found -> found(option, given.isPresent(), found, tell, holder));
            }
        }
    }

    private <T> void found(
            Option option, boolean isGiven, Optional<T> found, Function<T, String> tell, Holder<T> holder) {
        if (found.isPresent()) {
            report.ok("The " + option.text() + " was found. " + tell.apply(found.get()));
            var customer = holder.of(found.get());
            if (customer != null) {
                belongs(option, customer);
            }
        } else if (isGiven) {
            report.problem(
                    "The " + option.text() + " was not found, or is nobody's: callers are told that it does not exist.",
                    "What is above may say why. Otherwise: is it in this system, and is the id in the form that its page in docs/connectors describes?");
        } else {
            report.ok("A " + option.text() + " that should not exist was not found.");
        }
    }

    private void belongs(Option option, CustomerId customer) {
        var expected = arguments.get(Option.CUSTOMER);
        if (expected.isEmpty()) {
            report.ok("The " + option.text() + " belongs to customer " + Mask.id(customer.value())
                    + "; -Dcustomer=… checks whether that is right.");
        } else if (expected.get().equals(customer.value())) {
            report.ok("The " + option.text() + " belongs to the customer given.");
        } else {
            report.problem(
                    "The " + option.text() + " belongs to customer " + Mask.id(customer.value())
                            + ", not to the one given.",
                    "Customers are found by the id in the panel's tokens (sub).");
        }
    }

    /** Empty if the port could not answer; the exchanges, or the missing secrets, say why. */
    private <T> Optional<T> asked(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (BackOfficeUnavailable | SecretUnavailable e) {
            report.problem("A look-up gave no usable answer: " + e.getMessage() + ".", "The other findings say why.");
            return Optional.empty();
        }
    }

    private void hint() {
        if (!notGiven.isEmpty()) {
            report.note(
                    "Not everything was looked up.", "Give " + String.join(" ", notGiven) + " of things that exist.");
        }
    }
}
