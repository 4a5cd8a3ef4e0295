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

/** Parses requested nameservers and reports every fault. */
final class NameserversCheck {

    /** RFC 1034 §4.1: a zone has at least two servers. */
    private static final int LEAST = 2;

    /** As many as fit in an answer of 512 octets (RFC 1035 §4.2.1). Registries accept no more. */
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
            faults.add(new Fault(
                    "",
                    "Enter " + LEAST + " to " + MOST + " nameservers.",
                    "Δώστε από " + LEAST + " έως " + MOST + " nameservers."));
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
            found.add(
                    new Fault("/host", "Enter the nameserver's full name.", "Δώστε ολόκληρο το όνομα του nameserver."));
            return null;
        }
        return switch (DomainName.parse(text)) {
            case Checked.Faulty<DomainName>(var wrong) -> {
                wrong.forEach(fault -> found.add(fault.within("host")));
                yield null;
            }
            case Checked.Valid<DomainName>(var host) -> {
                if (!hosts.add(host)) {
                    found.add(new Fault(
                            "/host",
                            "Enter each nameserver only once: this one is a duplicate.",
                            "Δώστε κάθε nameserver μία φορά: αυτός υπάρχει ήδη."));
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
                        "/addresses",
                        "Enter the addresses: this nameserver is below the domain it serves.",
                        "Δώστε τις διευθύνσεις: ο nameserver ανήκει στο ίδιο το όνομα χώρου που εξυπηρετεί."));
            }
            return List.of();
        }
        if (isElsewhere) {
            found.add(
                    new Fault(
                            "/addresses",
                            "Leave out the addresses: this nameserver is not below the domain, and its own zone has them.",
                            "Αφαιρέστε τις διευθύνσεις: ο nameserver δεν ανήκει στο όνομα χώρου, και τις έχει η δική του ζώνη."));
            return List.of();
        }
        if (texts.isEmpty() || texts.size() > MOST_ADDRESSES) {
            found.add(new Fault(
                    "/addresses",
                    "Enter 1 to " + MOST_ADDRESSES + " addresses, or leave the member out.",
                    "Δώστε από 1 έως " + MOST_ADDRESSES + " διευθύνσεις, ή καμία."));
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
                        found.add(new Fault(
                                        "",
                                        "Enter each address only once: this one is a duplicate.",
                                        "Δώστε κάθε διεύθυνση μία φορά: αυτή υπάρχει ήδη.")
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
