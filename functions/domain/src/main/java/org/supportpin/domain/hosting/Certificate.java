package org.supportpin.domain.hosting;

import java.time.Instant;
import org.supportpin.domain.name.DomainName;

/** A TLS certificate of one of a package's domains. */
public record Certificate(DomainName domain, Instant validUntil) {}
