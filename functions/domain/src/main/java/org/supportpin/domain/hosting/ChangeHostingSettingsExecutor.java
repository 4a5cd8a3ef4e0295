package org.supportpin.domain.hosting;

import org.supportpin.domain.dns.ChangeDnsRecordsExecutor;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneChanges;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.identity.CustomerId;

/**
 * How a package's settings are changed: in the hosting system, in the DNS, or in both, as one action that is done as a whole or
 * not at all. No transaction spans the two systems, so this is how:
 *
 * <ol>
 *   <li>Everything is checked before the first effect, on both systems' facts. The plan holds before and after of each value, and
 *       the zone's fingerprint.
 *   <li>PHP goes first, the zone last, under its fingerprint. PHP can be put back within a second, and nobody is left with the old
 *       value; a zone's old records stay in caches for as long as their TTL says. So what can be undone comes before what cannot.
 *   <li>If the DNS then says no, or cannot be reached, PHP is put back, and the answer is the DNS's: really nothing is done. If
 *       that fails too, nobody knows, and nothing else is claimed.
 *   <li>If an answer is lost, the systems tell: {@link #reconcile} compares each part with before and after. A part that is
 *       there is passed over when the action is dispatched again, so what is missing is completed, and nothing is done twice.
 * </ol>
 */
public final class ChangeHostingSettingsExecutor
        implements ActionExecutor<ChangeHostingSettings, HostingEdit, HostingEdit> {

    private final WebHosting hosting;
    private final DnsZones zones;

    public ChangeHostingSettingsExecutor(WebHosting hosting, DnsZones zones) {
        this.hosting = hosting;
        this.zones = zones;
    }

    @Override
    public Verdict<Proposal<HostingEdit>> plan(CustomerId customer, ChangeHostingSettings action) {
        return Verdict.accepted(action)
                .unless(asked -> asked.php() == null ? Optional.empty() : asked.php().refusal())
                .then(asked -> own(customer, asked.packageId())
                        .map(Verdict::accepted)
                        .orElseGet(() -> Verdict.refused(HostingRules.packageNotFound())))
                .then(own -> edit(customer, own, action))
                .map(edit -> Proposal.of(edit, edit.risk(), edit.changes()));
    }

    private Verdict<HostingEdit> edit(CustomerId customer, HostingPackage own, ChangeHostingSettings action) {
        return zoneChanges(own, action).then(changes -> phpEdit(own, action)
                .then(php -> zoneEdit(customer, changes.orElse(null))
                        .map(dns -> new HostingEdit(own.id(), php.orElse(null), dns.orElse(null)))));
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

    private Verdict<Optional<ZoneEdit>> zoneEdit(CustomerId customer, @Nullable ZoneChanges changes) {
        return changes == null
                ? Verdict.accepted(Optional.empty())
                : ChangeDnsRecordsExecutor.plan(zones, customer, changes).map(Optional::of);
    }

    @Override
    public List<Difference> changes(HostingEdit result) {
        return result.changes();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where both systems are to be changed and the facts cannot be read, an earlier dispatch may have changed the first: that is
     * {@link CallOutcome.Unknown}, and is looked into later.
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
     * <p>Each part tells: as asked for, it happened; as before, it did not. A part that is neither was changed by somebody else
     * since. Where one happened and the other did not, the action is dispatched again, and completes what is missing, or puts back
     * what is there.
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

    /** Whether the zone is as asked for all the same: another dispatch of this action, late or lost, came first. */
    private boolean isThere(ZoneEdit dns) {
        return zones.zone(dns.zone()).filter(dns::isPresentIn).isPresent();
    }

    /** Ends it with a refusal. What an earlier dispatch left is taken back first; a zone that was changed already is not. */
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
