package org.supportpin.domain.account;

import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Supplier;
import org.supportpin.domain.account.Account.OwnDomain;
import org.supportpin.domain.billing.BilledDomain;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.Registrar;

/**
 * A customer's domains, as the registrar lists them. A registry lists none (RFC 5731 has no such command): then those for which the
 * customer pays are asked for one by one, and one that the registry does not answer for in time is known by its name alone.
 */
record OwnDomains(Registrar registrar, Billing billing, Beside beside) {

    Listing<OwnDomain> of(
            CustomerId customer, Supplier<Listing<Service>> services, Supplier<Listing<Product>> products) {
        var listed = registrar.domains(customer).only(each -> each.isKnownTo(customer));
        return listed.isNotListed() ? asked(customer, services, products) : listed.map(OwnDomains::registered);
    }

    private Listing<OwnDomain> asked(
            CustomerId customer, Supplier<Listing<Service>> services, Supplier<Listing<Product>> products) {
        var billed = billing.domains(customer)
                .only(each -> each.customer().equals(customer))
                .map(BilledDomain::name);
        var names = billed.isNotListed() ? ofServices(services.get(), products.get()) : billed;
        var answers = beside.each(names.items(), registrar::domain);
        var own = new ArrayList<OwnDomain>();
        for (var name : names.items()) {
            var answer = answers.get(name);
            if (answer == null) {
                own.add(new OwnDomain(name, null, null));
            } else {
                answer.filter(each -> each.isKnownTo(customer))
                        .map(OwnDomains::registered)
                        .ifPresent(own::add);
            }
        }
        return new Listing<>(own, answers.size() < names.items().size() ? Gap.UNAVAILABLE : names.gap());
    }

    private static OwnDomain registered(RegisteredDomain domain) {
        return new OwnDomain(domain.name(), domain, null);
    }

    private static Listing<DomainName> ofServices(Listing<Service> services, Listing<Product> products) {
        var gap = services.gap() == null ? products.gap() : services.gap();
        var domains = products.items().stream()
                .filter(each -> each.kind() == Product.Kind.DOMAIN)
                .map(Product::id)
                .toList();
        return new Listing<>(
                services.items().stream()
                        .filter(each -> domains.contains(each.product()))
                        .map(Service::name)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                gap);
    }
}
