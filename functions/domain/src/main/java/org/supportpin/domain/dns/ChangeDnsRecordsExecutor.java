package org.supportpin.domain.dns;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Undoable;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.name.GreekForms;

/**
 * Executes {@code change-dns-records}. The plan is the edit, bound to the zone that it was planned on; the result is the same
 * edit.
 */
public final class ChangeDnsRecordsExecutor
        implements ActionExecutor<ChangeDnsRecords, ZoneEdit, ZoneEdit>, Undoable<ZoneEdit> {

    private final DnsZones zones;

    public ChangeDnsRecordsExecutor(DnsZones zones) {
        this.zones = zones;
    }

    @Override
    public Verdict<Proposal<ZoneEdit>> plan(CustomerId customer, ChangeDnsRecords action) {
        return plan(zones, customer, action.changes()).within("changes");
    }

    /** Plans changes to one of the customer's zones. Pointers are relative to the list of changes. */
    public static Verdict<Proposal<ZoneEdit>> plan(DnsZones zones, CustomerId customer, ZoneChanges changes) {
        return Verdict.accepted(changes)
                .unless(ZoneChanges::refusal)
                .then(_ -> asked(zones, customer, changes.zone()))
                .then(zone -> ZoneRules.decide(zone, changes, children(zones, zone, upserted(changes)))
                        .map(edit -> proposal(zone, edit)));
    }

    private static Proposal<ZoneEdit> proposal(Zone zone, ZoneEdit edit) {
        var proposal = Proposal.of(edit, edit.risk(), edit.changes()).reaching(edit.zone());
        for (var warning : ZoneWarnings.of(zone, edit)) {
            proposal = proposal.warning(warning);
        }
        return proposal;
    }

    private static Stream<DnsName> upserted(ZoneChanges changes) {
        return changes.changes().stream()
                .filter(Change.Upsert.class::isInstance)
                .map(Change::name);
    }

    /**
     * The names below the zone that are zones of their own, served here, as far as the changes have to do with them: for such a name the
     * server asks that zone and never this one, whether this one delegates it or not.
     *
     * @param named the names that get records
     */
    static Set<String> children(DnsZones zones, Zone zone, Stream<DnsName> named) {
        return named.flatMap(name -> below(zone, name))
                .distinct()
                .filter(name -> zones.zone(name).filter(Zone::isWhole).isPresent())
                .map(DomainName::ascii)
                .collect(Collectors.toSet());
    }

    /** The name itself and those between it and the zone's own that can be a zone's name. */
    private static Stream<DomainName> below(Zone zone, DnsName name) {
        return Stream.iterate(
                        name.ascii(),
                        each -> each.length() > zone.name().ascii().length(),
                        each -> each.substring(each.indexOf('.') + 1))
                .flatMap(each -> DomainName.parse(each).asOptional().stream());
    }

    @Override
    public CallOutcome<ZoneEdit> execute(ActionId id, CustomerId customer, ChangeDnsRecords action, ZoneEdit plan) {
        return held(zones, customer, plan.zone())
                .unless(zone -> ZoneRules.changed(zone, plan))
                .call(_ -> plan.differences().isEmpty()
                        ? CallOutcome.done(plan)
                        : zones.apply(id, plan).map(_ -> plan));
    }

    @Override
    public CallOutcome<ZoneEdit> reconcile(ActionId id, CustomerId customer, ChangeDnsRecords action, ZoneEdit plan) {
        return own(zones, customer, plan.zone())
                .map(plan::seenIn)
                .orElseGet(CallOutcome::unknown)
                .map(_ -> plan);
    }

    @Override
    public List<Difference> changes(ZoneEdit result) {
        return result.changes();
    }

    @Override
    public Reversal<ZoneEdit> reverse(CustomerId customer, ZoneEdit done) {
        return ZoneReversal.of(zones, customer, done);
    }

    /** The zone; if it is not there, the refusal offers the form of the name that is, where the customer has it. */
    private static Verdict<Zone> asked(DnsZones zones, CustomerId customer, DomainName name) {
        var held = held(zones, customer, name);
        return held instanceof Verdict.Refused
                ? GreekForms.of(name).stream()
                        .filter(form -> own(zones, customer, form).isPresent())
                        .findFirst()
                        .map(form -> Verdict.<Zone>refused(ZoneRules.hostedAs(form)))
                        .orElse(held)
                : held;
    }

    static Verdict<Zone> held(DnsZones zones, CustomerId customer, DomainName name) {
        return own(zones, customer, name)
                .map(Verdict::accepted)
                .orElseGet(() -> Verdict.refused(ZoneRules.zoneNotHostedHere()));
    }

    private static Optional<Zone> own(DnsZones zones, CustomerId customer, DomainName name) {
        return zones.zone(name).filter(zone -> zone.holder().equals(customer));
    }
}
