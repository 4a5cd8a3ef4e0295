package org.supportpin.domain.action;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.customer.CustomerId;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneChanges;
import org.supportpin.domain.dns.ZoneDecision;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.hosting.HostingEdit;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.HostingProgress;
import org.supportpin.domain.hosting.HostingRules;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpChange;
import org.supportpin.domain.hosting.PhpDecision;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.WebHosting;

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
 *   <li>If an answer is lost, the systems tell: {@link #findOut} compares each part with before and after. A part that is
 *       there is passed over when the action is dispatched again, so what is missing is completed, and nothing is done twice.
 * </ol>
 */
public final class ChangeHostingSettingsProcedure
        implements Procedure<ChangeHostingSettings, HostingEdit, HostingEdit> {

    private final WebHosting hosting;
    private final DnsZones zones;

    public ChangeHostingSettingsProcedure(WebHosting hosting, DnsZones zones) {
        this.hosting = hosting;
        this.zones = zones;
    }

    @Override
    public Prepared<HostingEdit> prepare(CustomerId customer, ChangeHostingSettings action) {
        var change = action.php();
        var forbidden = change == null ? Optional.<Refusal>empty() : change.refusal();
        if (forbidden.isPresent()) {
            return new Prepared.Refused<>(forbidden.get());
        }
        var own = own(customer, action.packageId());
        if (own.isEmpty()) {
            return new Prepared.Refused<>(HostingRules.packageNotFound());
        }
        if (action.dns().isEmpty()) {
            return decide(customer, own.get(), change, null);
        }
        return switch (ZoneChanges.parse(own.get().mainDomain(), action.dns())) {
            case Valid<ZoneChanges>(var dns) -> decide(customer, own.get(), change, dns);
            case Faulty<ZoneChanges>(var faults) ->
                new Prepared.Faulty<>(
                        faults.stream().map(fault -> fault.within("dns")).toList());
        };
    }

    private Prepared<HostingEdit> decide(
            CustomerId customer, HostingPackage own, @Nullable PhpChange php, @Nullable ZoneChanges dns) {
        if (php == null) {
            return decideDns(customer, own.id(), null, dns);
        }
        return switch (HostingRules.decide(own, php)) {
            case PhpDecision.Accepted(var edit) -> decideDns(customer, own.id(), edit, dns);
            case PhpDecision.Refused(var refusal) -> new Prepared.Refused<>(refusal);
        };
    }

    private Prepared<HostingEdit> decideDns(
            CustomerId customer, PackageId id, @Nullable PhpEdit php, @Nullable ZoneChanges changes) {
        if (changes == null) {
            return ready(new HostingEdit(id, php, null));
        }
        var forbidden = changes.refusal();
        if (forbidden.isPresent()) {
            return new Prepared.Refused<>(forbidden.get());
        }
        var zone = zones.zone(changes.zone()).filter(each -> each.holder().equals(customer));
        if (zone.isEmpty()) {
            return new Prepared.Refused<>(ZoneRules.zoneNotHostedHere());
        }
        return switch (ZoneRules.decide(zone.get(), changes)) {
            case ZoneDecision.Accepted(var dns) -> ready(new HostingEdit(id, php, dns));
            case ZoneDecision.Refused(var refusal) -> new Prepared.Refused<>(refusal);
        };
    }

    private static Prepared<HostingEdit> ready(HostingEdit edit) {
        return new Prepared.Ready<>(edit, edit.risk());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where both systems are to be changed and the facts cannot be read, an earlier dispatch may have changed the first: that is
     * {@link Effect.Unknown}, and is looked into later.
     */
    @Override
    public Effect<HostingEdit> carryOut(
            ActionId id, CustomerId customer, ChangeHostingSettings action, HostingEdit plan) {
        try {
            var progress = progress(customer, plan);
            return progress.isEmpty() ? Effect.refused(HostingRules.packageNotFound()) : run(id, progress.get());
        } catch (BackOfficeUnavailable e) {
            return plan.changesPhp() && plan.changesDns() ? Effect.unknown() : Effect.notDone();
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
    public Effect<HostingEdit> findOut(
            ActionId id, CustomerId customer, ChangeHostingSettings action, HostingEdit plan) {
        return progress(customer, plan)
                .map(ChangeHostingSettingsProcedure::found)
                .orElseGet(Effect::unknown);
    }

    private static Effect<HostingEdit> found(HostingProgress progress) {
        if (progress.isPhpPresent() && progress.isDnsPresent()) {
            return Effect.done(progress.edit());
        }
        var phpTells = progress.isPhpPresent() || progress.isPhpAbsent();
        var dnsTells = progress.isDnsPresent() || progress.isDnsAbsent();
        if (!phpTells || !dnsTells) {
            return Effect.unknown();
        }
        return progress.isBegun() ? Effect.unfinished() : Effect.notDone();
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

    private Effect<HostingEdit> run(ActionId id, HostingProgress progress) {
        var against = progress.refusal();
        return against.isPresent() ? withdraw(id, progress, against.get()) : applyPhp(id, progress);
    }

    private Effect<HostingEdit> applyPhp(ActionId id, HostingProgress progress) {
        var php = progress.edit().php();
        if (php == null || progress.isPhpPresent()) {
            return applyDns(id, progress);
        }
        var effect = hosting.applySettings(id, php).map(_ -> progress.edit());
        if (effect instanceof Effect.Done) {
            return applyDns(id, progress);
        }
        return progress.isDnsDone() && !(effect instanceof Effect.Unknown) ? Effect.unfinished() : effect;
    }

    private Effect<HostingEdit> applyDns(ActionId id, HostingProgress progress) {
        var dns = progress.edit().dns();
        if (dns == null || progress.isDnsPresent()) {
            return Effect.done(progress.edit());
        }
        var effect = zones.apply(id, dns).map(_ -> progress.edit());
        return switch (effect) {
            case Effect.Refused<HostingEdit> _, Effect.NotDone<HostingEdit> _ ->
                isThere(dns) ? Effect.done(progress.edit()) : putBack(id, progress, effect);
            case Effect<HostingEdit> other -> other;
        };
    }

    /** Whether the zone is as asked for all the same: another dispatch of this action, late or lost, came first. */
    private boolean isThere(ZoneEdit dns) {
        return zones.zone(dns.zone()).filter(dns::isPresentIn).isPresent();
    }

    /** Ends it with a refusal. What an earlier dispatch left is taken back first; a zone that was changed already is not. */
    private Effect<HostingEdit> withdraw(ActionId id, HostingProgress progress, Refusal refusal) {
        if (progress.isDnsDone()) {
            return Effect.unfinished();
        }
        return progress.isPhpPresent() ? putBack(id, progress, Effect.refused(refusal)) : Effect.refused(refusal);
    }

    private Effect<HostingEdit> putBack(ActionId id, HostingProgress progress, Effect<HostingEdit> effect) {
        var php = progress.edit().php();
        if (php == null || !php.changes()) {
            return effect;
        }
        return hosting.applySettings(id, php.reversed()) instanceof Effect.Done ? effect : Effect.unknown();
    }
}
