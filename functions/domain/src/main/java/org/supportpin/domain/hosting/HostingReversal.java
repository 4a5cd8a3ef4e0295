package org.supportpin.domain.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneReversal;
import org.supportpin.domain.identity.CustomerId;

/**
 * Takes an edit of a package back: both parts of it, or none.
 *
 * @param own the package as it is now, already known to belong to the customer
 */
record HostingReversal(DnsZones zones, CustomerId customer, HostingPackage own) {

    Reversal<HostingEdit> of(HostingEdit done) {
        var php = done.changesPhp() ? reversed(done.php()) : null;
        var dns = done.changesDns() ? reversed(done.dns()) : null;
        var parts = Stream.of(php, dns).flatMap(Stream::ofNullable).toList();
        if (parts.isEmpty()) {
            return Reversal.nothing();
        }
        var since = parts.stream().flatMap(HostingReversal::since).toList();
        if (!since.isEmpty()) {
            return new Reversal.ChangedSince<>(since);
        }
        return parts.stream()
                .flatMap(HostingReversal::refusal)
                .findFirst()
                .<Reversal<HostingEdit>>map(Reversal.Forbidden::new)
                .orElseGet(() -> possible(new HostingEdit(own.id(), own.mainDomain(), plan(php), plan(dns))));
    }

    private static Reversal<HostingEdit> possible(HostingEdit edit) {
        return new Reversal.Possible<>(Proposal.of(edit, edit.risk(), edit.changes()));
    }

    private static Stream<Difference> since(Reversal<?> part) {
        return part instanceof Reversal.ChangedSince<?>(var changes) ? changes.stream() : Stream.empty();
    }

    private static Stream<Refusal> refusal(Reversal<?> part) {
        return part instanceof Reversal.Forbidden<?>(var refusal) ? Stream.of(refusal) : Stream.empty();
    }

    private static <P> @Nullable P plan(@Nullable Reversal<P> part) {
        return part instanceof Reversal.Possible<P>(var proposal) ? proposal.plan() : null;
    }

    private @Nullable Reversal<ZoneEdit> reversed(@Nullable ZoneEdit done) {
        if (done == null) {
            return null;
        }
        return own.mainDomain().equals(done.zone())
                ? ZoneReversal.of(zones, customer, done)
                : new Reversal.ChangedSince<>(List.of(new Difference(
                        own.id().toString(),
                        done.zone().ascii(),
                        own.mainDomain().ascii())));
    }

    private @Nullable Reversal<PhpEdit> reversed(@Nullable PhpEdit done) {
        if (done == null) {
            return null;
        }
        var since = since(done);
        if (!since.isEmpty()) {
            return new Reversal.ChangedSince<>(since);
        }
        var edit = done.reversed().changing();
        return HostingRules.againstReversal(own.php(), edit)
                .<Reversal<PhpEdit>>map(Reversal.Forbidden::new)
                .orElseGet(() ->
                        new Reversal.Possible<>(Proposal.of(edit, Risk.STANDARD, edit.differences(own.mainDomain()))));
    }

    /** What the edit changed and is not as it left it. */
    private List<Difference> since(PhpEdit done) {
        var since = new ArrayList<Difference>();
        var now = own.php();
        var changing = done.changing();
        var version = changing.version();
        if (version != null && !version.after().equals(now.version())) {
            since.add(new Difference(
                    PhpEdit.what(own.mainDomain()),
                    version.after().value(),
                    now.version().value()));
        }
        for (var each : changing.settings()) {
            if (!Objects.equals(each.after(), now.get(each.setting()))) {
                since.add(new Difference(
                        PhpEdit.what(own.mainDomain(), each.setting()), each.after(), now.get(each.setting())));
            }
        }
        return since;
    }
}
