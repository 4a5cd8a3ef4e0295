package org.supportpin.domain.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Undoable;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.dns.ChangeDnsRecordsExecutor;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneChanges;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.identity.CustomerId;

/**
 * Executes {@code change-hosting-settings}: changes the hosting system, the DNS, or both, completely or not at all. No
 * transaction spans the two systems, so it works like this:
 *
 * <ol>
 *   <li>Everything is checked first, against both systems. The plan contains each value before and after, and the zone's
 *       fingerprint.
 *   <li>PHP is changed first, then the zone if its fingerprint still matches. PHP can be restored within a second for everyone;
 *       DNS records stay in caches for their TTL. So what can be undone comes before what cannot.
 *   <li>If the DNS system then refuses or cannot be reached, PHP is restored and the outcome is that of the DNS system: nothing
 *       was certainly done. If restoring fails too, the outcome is unknown.
 *   <li>If an answer is lost, {@link #reconcile} compares each part with its values before and after. The next dispatch skips a
 *       part that is already done, so that it completes what is missing and does nothing twice.
 * </ol>
 */
public final class ChangeHostingSettingsExecutor
        implements ActionExecutor<ChangeHostingSettings, HostingEdit, HostingEdit>, Undoable<HostingEdit> {

    private final WebHosting hosting;
    private final DnsZones zones;

    public ChangeHostingSettingsExecutor(WebHosting hosting, DnsZones zones) {
        this.hosting = hosting;
        this.zones = zones;
    }

    @Override
    public Verdict<Proposal<HostingEdit>> plan(CustomerId customer, ChangeHostingSettings action) {
        return Verdict.accepted(action)
                .unless(asked ->
                        asked.php() == null ? Optional.empty() : asked.php().refusal())
                .then(asked -> own(customer, asked.packageId())
                        .map(Verdict::accepted)
                        .orElseGet(() -> Verdict.refused(HostingRules.packageNotFound())))
                .then(own -> proposal(customer, own, action));
    }

    private Verdict<Proposal<HostingEdit>> proposal(
            CustomerId customer, HostingPackage own, ChangeHostingSettings action) {
        return zoneChanges(own, action)
                .then(changes -> phpEdit(own, action)
                        .then(php -> zoneEdit(customer, changes.orElse(null))
                                .within("dns")
                                .map(dns -> proposal(own, php.orElse(null), dns.orElse(null)))));
    }

    private static Proposal<HostingEdit> proposal(
            HostingPackage own, @Nullable PhpEdit php, @Nullable Proposal<ZoneEdit> dns) {
        var edit = new HostingEdit(own.id(), own.mainDomain(), php, dns == null ? null : dns.plan());
        var proposal = Proposal.of(edit, edit.risk(), edit.changes());
        var warnings = new ArrayList<Warning>();
        if (php != null) {
            warnings.addAll(HostingWarnings.of(own.php(), php));
        }
        if (dns != null) {
            warnings.addAll(dns.warnings());
            warnings.remove(Warning.NOTHING_CHANGES);
        }
        var warned = proposal.warnings(warnings);
        return dns == null ? warned : warned.reaching(dns.plan().zone());
    }

    private static Verdict<Optional<ZoneChanges>> zoneChanges(HostingPackage own, ChangeHostingSettings action) {
        if (action.dns().isEmpty()) {
            return Verdict.accepted(Optional.empty());
        }
        return switch (ZoneChanges.parse(own.mainDomain(), action.dns())) {
            case Valid<ZoneChanges>(var changes) -> Verdict.accepted(Optional.of(changes));
            case Faulty<ZoneChanges>(var faults) ->
                new Verdict.Faulty<>(
                        faults.stream().map(fault -> fault.within("dns")).toList());
        };
    }

    private static Verdict<Optional<PhpEdit>> phpEdit(HostingPackage own, ChangeHostingSettings action) {
        return action.php() == null
                ? Verdict.accepted(Optional.empty())
                : HostingRules.decide(own, action.php()).map(Optional::of);
    }

    private Verdict<Optional<Proposal<ZoneEdit>>> zoneEdit(CustomerId customer, @Nullable ZoneChanges changes) {
        return changes == null
                ? Verdict.accepted(Optional.empty())
                : ChangeDnsRecordsExecutor.plan(zones, customer, changes).map(Optional::of);
    }

    @Override
    public List<Difference> changes(HostingEdit result) {
        return result.changes();
    }

    @Override
    public Reversal<HostingEdit> reverse(CustomerId customer, HostingEdit done) {
        return own(customer, done.packageId())
                .map(own -> new HostingReversal(zones, customer, own).of(done))
                .orElseGet(() -> new Reversal.Forbidden<>(HostingRules.packageNotFound()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>If both systems are to be changed and the facts cannot be read, an earlier dispatch may have changed the first. The
     * outcome is then {@link CallOutcome.Unknown} and is reconciled later.
     */
    @Override
    public CallOutcome<HostingEdit> execute(
            ActionId id, CustomerId customer, ChangeHostingSettings action, HostingEdit plan) {
        try {
            var progress = progress(customer, plan);
            return progress.isEmpty() ? CallOutcome.refused(HostingRules.packageNotFound()) : run(id, progress.get());
        } catch (BackOfficeUnavailable e) {
            return plan.changesPhp() && plan.changesDns() ? CallOutcome.unknown() : CallOutcome.notDone();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A part that is as requested was done; a part that is as before was not. A part that is neither has been changed by
     * someone else. If only one part was done, the action is dispatched again, and completes what is missing or undoes what was
     * done.
     */
    @Override
    public CallOutcome<HostingEdit> reconcile(
            ActionId id, CustomerId customer, ChangeHostingSettings action, HostingEdit plan) {
        return progress(customer, plan)
                .map(ChangeHostingSettingsExecutor::found)
                .orElseGet(CallOutcome::unknown);
    }

    private static CallOutcome<HostingEdit> found(HostingProgress progress) {
        if (progress.isPhpPresent() && progress.isDnsPresent()) {
            return CallOutcome.done(progress.edit());
        }
        var phpTells = progress.isPhpPresent() || progress.isPhpAbsent();
        var dnsTells = progress.isDnsPresent() || progress.isDnsAbsent();
        if (!phpTells || !dnsTells) {
            return CallOutcome.unknown();
        }
        return progress.isBegun() ? CallOutcome.unfinished() : CallOutcome.notDone();
    }

    private Optional<HostingPackage> own(CustomerId customer, PackageId id) {
        return hosting.find(id).filter(each -> each.holder().equals(customer));
    }

    private Optional<HostingProgress> progress(CustomerId customer, HostingEdit plan) {
        return own(customer, plan.packageId())
                .map(own -> new HostingProgress(
                        plan, own, zone(customer, plan.dns()).orElse(null)));
    }

    private Optional<Zone> zone(CustomerId customer, @Nullable ZoneEdit edit) {
        return Optional.ofNullable(edit)
                .flatMap(dns -> zones.zone(dns.zone()))
                .filter(zone -> zone.holder().equals(customer));
    }

    private CallOutcome<HostingEdit> run(ActionId id, HostingProgress progress) {
        var against = progress.refusal();
        return against.isPresent() ? withdraw(id, progress, against.get()) : applyPhp(id, progress);
    }

    private CallOutcome<HostingEdit> applyPhp(ActionId id, HostingProgress progress) {
        var php = progress.edit().php();
        if (php == null || progress.isPhpPresent()) {
            return applyDns(id, progress);
        }
        var effect = hosting.applySettings(id, php).map(_ -> progress.edit());
        if (effect instanceof CallOutcome.Done) {
            return applyDns(id, progress);
        }
        return progress.isDnsDone() && !(effect instanceof CallOutcome.Unknown) ? CallOutcome.unfinished() : effect;
    }

    private CallOutcome<HostingEdit> applyDns(ActionId id, HostingProgress progress) {
        var dns = progress.edit().dns();
        if (dns == null || progress.isDnsPresent()) {
            return CallOutcome.done(progress.edit());
        }
        var effect = zones.apply(id, dns).map(_ -> progress.edit());
        return switch (effect) {
            case CallOutcome.Refused<HostingEdit> _, CallOutcome.NotDone<HostingEdit> _ ->
                isThere(dns) ? CallOutcome.done(progress.edit()) : putBack(id, progress, effect);
            case CallOutcome<HostingEdit> other -> other;
        };
    }

    /** Whether the zone is as requested anyway, because another dispatch of this action was first. */
    private boolean isThere(ZoneEdit dns) {
        return zones.zone(dns.zone()).filter(dns::isPresentIn).isPresent();
    }

    /** Ends the action with a refusal. A PHP change of an earlier dispatch is undone first; a zone change is not. */
    private CallOutcome<HostingEdit> withdraw(ActionId id, HostingProgress progress, Refusal refusal) {
        if (progress.isDnsDone()) {
            return CallOutcome.unfinished();
        }
        return progress.isPhpPresent()
                ? putBack(id, progress, CallOutcome.refused(refusal))
                : CallOutcome.refused(refusal);
    }

    private CallOutcome<HostingEdit> putBack(ActionId id, HostingProgress progress, CallOutcome<HostingEdit> effect) {
        var php = progress.edit().php();
        if (php == null || !php.changes()) {
            return effect;
        }
        return hosting.applySettings(id, php.reversed()) instanceof CallOutcome.Done ? effect : CallOutcome.unknown();
    }
}
