package org.supportpin.domain.billing;

import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/** A domain name for which a customer pays. */
public record BilledDomain(DomainName name, CustomerId customer) {}
