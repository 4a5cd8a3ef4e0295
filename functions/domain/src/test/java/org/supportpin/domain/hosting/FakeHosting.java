package org.supportpin.domain.hosting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.testing.Mishaps;

/** A hosting system with at most one package. */
public final class FakeHosting implements WebHosting {

    public static final Instant REISSUED_UNTIL = Instant.parse("2027-05-01T00:00:00Z");

    public @Nullable HostingPackage hosting = Packages.usual();

    public boolean isDown;
    public boolean knowsFixes = true;
    public final Mishaps mishaps = new Mishaps();
    public final List<PhpEdit> edits = new ArrayList<>();
    public final List<Fix> fixes = new ArrayList<>();
    private final Map<ActionId, FixState> done = new HashMap<>();

    @Override
    public Optional<HostingPackage> find(PackageId id) {
        if (isDown) {
            throw new BackOfficeUnavailable("hosting.package");
        }
        return Optional.ofNullable(hosting).filter(each -> each.id().equals(id));
    }

    public HostingPackage there() {
        return Optional.ofNullable(hosting).orElseThrow();
    }

    @Override
    public CallOutcome<PhpState> applySettings(ActionId id, PhpEdit edit) {
        return mishaps.effect(() -> {
            var php = there().php();
            if (edit.isPresentIn(php)) {
                return CallOutcome.done(php);
            }
            if (!edit.isAbsentFrom(php)) {
                return CallOutcome.refused(HostingRules.settingsChanged());
            }
            edits.add(edit);
            hosting = Packages.with(there(), edit.apply(php));
            return CallOutcome.done(there().php());
        });
    }

    @Override
    public CallOutcome<FixState> applyFix(ActionId id, PackageId packageId, Fix fix) {
        return mishaps.effect(() -> {
            var before = done.get(id);
            if (before != null) {
                return CallOutcome.done(before);
            }
            fixes.add(fix);
            var after = apply(fix);
            done.put(id, after);
            return CallOutcome.done(after);
        });
    }

    private FixState apply(Fix fix) {
        var own = there();
        return switch (fix) {
            case Fix.RestartPhp _, Fix.ClearCache _, Fix.RepairPermissions _ -> new FixState.Untold();
            case Fix.ReissueCertificate _ -> new FixState.Certified(REISSUED_UNTIL);
            case Fix.UnbanAddress(var address) -> {
                var banned = new HashSet<>(own.banned());
                banned.remove(address);
                hosting = Packages.with(own, own.mailboxes(), banned);
                yield new FixState.Ban(false);
            }
            case Fix.RaiseMailboxQuota(var mailbox, var quota) -> {
                hosting = Packages.with(own, List.of(new Mailbox(mailbox, quota, 700)), own.banned());
                yield new FixState.Quota(quota);
            }
        };
    }

    @Override
    public CallOutcome<FixState> findFix(ActionId id) {
        if (isDown) {
            throw new BackOfficeUnavailable("hosting.package");
        }
        if (!knowsFixes) {
            return CallOutcome.unknown();
        }
        var after = done.get(id);
        return after == null ? CallOutcome.notDone() : CallOutcome.done(after);
    }
}
