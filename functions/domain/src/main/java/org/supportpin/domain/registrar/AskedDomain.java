package org.supportpin.domain.registrar;

import java.util.Optional;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.name.GreekForms;

/** Finds the domain that a request names, for the check. */
final class AskedDomain {

    private AskedDomain() {}

    /** The domain; if it is not there, the refusal offers the form of a Greek name that is, where the customer has it. */
    static Verdict<RegisteredDomain> of(Registrar registrar, CustomerId customer, DomainName name) {
        return known(registrar, customer, name)
                .map(Verdict::accepted)
                .orElseGet(() -> Verdict.refused(GreekForms.of(name).stream()
                        .filter(form -> known(registrar, customer, form).isPresent())
                        .findFirst()
                        .map(DomainRules::registeredAs)
                        .orElseGet(DomainRules::domainNotFound)));
    }

    private static Optional<RegisteredDomain> known(Registrar registrar, CustomerId customer, DomainName name) {
        return registrar.domain(name).filter(domain -> domain.isKnownTo(customer));
    }
}
