package org.supportpin.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Certificate;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.FixState;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.name.DomainName;

/** A simulated package after a change, with the state that a fix reports. */
record PackageAfter(HostingPackage hosting, FixState state) {

    /** How long certificates of the free authorities are valid. */
    private static final Duration CERTIFICATE = Duration.ofDays(90);

    static HostingPackage with(HostingPackage before, PhpState php) {
        return made(before, php, before.mailboxes(), before.banned(), before.certificates());
    }

    static PackageAfter fix(HostingPackage before, Fix fix, Instant now) {
        return switch (fix) {
            case Fix.RestartPhp _, Fix.ClearCache _, Fix.RepairPermissions _ ->
                new PackageAfter(before, new FixState.Untold());
            case Fix.ReissueCertificate(var domain) ->
                reissued(before, Objects.requireNonNullElse(domain, before.mainDomain()), now.plus(CERTIFICATE));
            case Fix.UnbanAddress(var address) -> {
                var banned = new HashSet<>(before.banned());
                banned.remove(address);
                yield new PackageAfter(
                        made(before, before.php(), before.mailboxes(), banned, before.certificates()),
                        new FixState.Ban(false));
            }
            case Fix.RaiseMailboxQuota raise -> {
                var mailboxes = before.mailboxes().stream()
                        .map(each -> each.address().equals(raise.mailbox())
                                ? new Mailbox(each.address(), raise.quotaMb(), each.usedMb())
                                : each)
                        .toList();
                yield new PackageAfter(
                        made(before, before.php(), mailboxes, before.banned(), before.certificates()),
                        new FixState.Quota(raise.quotaMb()));
            }
        };
    }

    private static PackageAfter reissued(HostingPackage before, DomainName domain, Instant until) {
        var certificates = new ArrayList<>(before.certificates());
        certificates.removeIf(each -> each.domain().equals(domain));
        certificates.add(new Certificate(domain, until));
        return new PackageAfter(
                made(before, before.php(), before.mailboxes(), before.banned(), certificates),
                new FixState.Certified(until));
    }

    private static HostingPackage made(
            HostingPackage before,
            PhpState php,
            List<Mailbox> mailboxes,
            Set<IpAddress> banned,
            List<Certificate> certificates) {
        return new HostingPackage(
                before.id(),
                before.holder(),
                before.mainDomain(),
                before.furtherDomains(),
                before.plan(),
                php,
                mailboxes,
                banned,
                certificates);
    }
}
