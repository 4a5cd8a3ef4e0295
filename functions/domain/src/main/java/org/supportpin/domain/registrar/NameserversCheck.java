package org.supportpin.domain.registrar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.name.DomainName;

/** Reads nameservers that somebody asks for, and finds all that is wrong with them. */
final class NameserversCheck {

    /** RFC 1034 §4.1: a zone has two servers at least. */
    private static final int LEAST = 2;

    /** What an answer of 512 octets can name (RFC 1035 §4.2.1); registries take no more. */
    private static final int MOST = 13;

    private static final int MOST_ADDRESSES = 13;

    private final @Nullable DomainName domain;
    private final Set<DomainName> hosts = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    NameserversCheck(@Nullable DomainName domain) {
        this.domain = domain;
    }

    Checked<Nameservers> check(List<RawNameserver> raw) {
        if (raw.size() < LEAST || raw.size() > MOST) {
            faults.add(new Fault("", "Give " + LEAST + " to " + MOST + " nameservers."));
        }
        var servers = new ArrayList<Nameserver>();
        for (int i = 0; i < raw.size(); i++) {
            var found = new ArrayList<Fault>();
            var host = host(raw.get(i).host(), found);
            var addresses = addresses(host, raw.get(i).addresses(), found);
            if (host != null) {
                servers.add(new Nameserver(host, addresses));
            }
            for (var fault : found) {
                faults.add(fault.within(i));
            }
        }
        return faults.isEmpty() ? Checked.valid(new Nameservers(servers)) : Checked.faulty(faults);
    }

    private @Nullable DomainName host(@Nullable String text, List<Fault> found) {
        if (text == null) {
            found.add(new Fault("/host", "Give the nameserver's whole name."));
            return null;
        }
        return switch (DomainName.parse(text)) {
            case Checked.Faulty<DomainName>(var wrong) -> {
                wrong.forEach(fault -> found.add(fault.within("host")));
                yield null;
            }
            case Checked.Valid<DomainName>(var host) -> {
                if (!hosts.add(host)) {
                    found.add(new Fault("/host", "Name each nameserver once: one before is the same."));
                }
                yield host;
            }
        };
    }

    private List<IpAddress> addresses(@Nullable DomainName host, @Nullable List<String> texts, List<Fault> found) {
        var isGlue = host != null && domain != null && host.isWithin(domain);
        var isElsewhere = host != null && domain != null && !isGlue;
        if (texts == null) {
            if (isGlue) {
                found.add(new Fault(
                        "/addresses", "Give the addresses: this nameserver lies below the domain that it serves."));
            }
            return List.of();
        }
        if (isElsewhere) {
            found.add(
                    new Fault(
                            "/addresses",
                            "Leave the addresses out: this nameserver does not lie below the domain, and its own zone has them."));
            return List.of();
        }
        if (texts.isEmpty() || texts.size() > MOST_ADDRESSES) {
            found.add(new Fault("/addresses", "Give 1 to " + MOST_ADDRESSES + " addresses, or leave the member out."));
        }
        return parsed(texts, found);
    }

    private static List<IpAddress> parsed(List<String> texts, List<Fault> found) {
        var addresses = new ArrayList<IpAddress>();
        for (int i = 0; i < texts.size(); i++) {
            switch (IpAddress.parsePublic(texts.get(i))) {
                case Checked.Faulty<IpAddress>(var wrong) -> {
                    for (var fault : wrong) {
                        found.add(fault.within(i).within("addresses"));
                    }
                }
                case Checked.Valid<IpAddress>(var address) -> {
                    if (addresses.contains(address)) {
                        found.add(new Fault("", "Give each address once: one before is the same.")
                                .within(i)
                                .within("addresses"));
                    }
                    addresses.add(address);
                }
            }
        }
        return addresses;
    }
}
