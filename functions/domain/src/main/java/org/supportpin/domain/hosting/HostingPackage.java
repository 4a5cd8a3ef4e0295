package org.supportpin.domain.hosting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/**
 * A hosting package, as the hosting system reports it.
 *
 * @param holder the customer who owns it
 * @param furtherDomains the domains that it serves in addition to the main one
 * @param banned addresses that the package's firewall blocks
 */
public record HostingPackage(
        PackageId id,
        CustomerId holder,
        DomainName mainDomain,
        List<DomainName> furtherDomains,
        PackagePlan plan,
        PhpState php,
        List<Mailbox> mailboxes,
        Set<IpAddress> banned,
        List<Certificate> certificates) {

    public HostingPackage {
        furtherDomains = List.copyOf(furtherDomains);
        mailboxes = List.copyOf(mailboxes);
        banned = Set.copyOf(banned);
        certificates = List.copyOf(certificates);
    }

    public boolean serves(DomainName domain) {
        return Stream.concat(Stream.of(mainDomain), furtherDomains.stream()).anyMatch(domain::equals);
    }

    public Optional<Mailbox> mailbox(EmailAddress address) {
        return mailboxes.stream().filter(each -> each.isOf(address)).findFirst();
    }

    public Optional<Certificate> certificate(DomainName domain) {
        return certificates.stream()
                .filter(each -> each.domain().equals(domain))
                .findFirst();
    }

    /** Omits the contents: addresses are personal data. */
    @Override
    public String toString() {
        return "HostingPackage[" + id + "]";
    }
}
