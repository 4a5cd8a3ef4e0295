package org.supportpin.domain.hosting;

import java.util.Optional;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.hosting.Fix.RaiseMailboxQuota;
import org.supportpin.domain.hosting.Fix.UnbanAddress;
import org.supportpin.domain.identity.CustomerId;

/** How a small fix is carried out. The plan is the fix with nothing left open, and what it changes as that was before. */
public final class ApplyMicroFixExecutor implements ActionExecutor<ApplyMicroFix, FixPlan, FixReport> {

    private final WebHosting hosting;

    public ApplyMicroFixExecutor(WebHosting hosting) {
        this.hosting = hosting;
    }

    @Override
    public Prepared<FixPlan> prepare(CustomerId customer, ApplyMicroFix action) {
        var own = own(customer, action);
        if (own.isEmpty()) {
            return new Prepared.Refused<>(HostingRules.packageNotFound());
        }
        return switch (FixRules.decide(own.get(), action.fix())) {
            case FixDecision.Accepted(var plan) -> new Prepared.Ready<>(plan, Risk.STANDARD);
            case FixDecision.Refused(var refusal) -> new Prepared.Refused<>(refusal);
        };
    }

    /**
     * {@inheritDoc}
     *
     * <p>What an earlier dispatch did is not judged again: a quota that was raised could not be raised to the same once more.
     */
    @Override
    public CallOutcome<FixReport> carryOut(ActionId id, CustomerId customer, ApplyMicroFix action, FixPlan plan) {
        Optional<HostingPackage> own;
        try {
            if (hosting.findFix(id) instanceof CallOutcome.Done<FixState>(var after)) {
                return CallOutcome.done(report(action, plan, after));
            }
            own = own(customer, action);
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        if (own.isEmpty()) {
            return CallOutcome.refused(HostingRules.packageNotFound());
        }
        return switch (FixRules.decide(own.get(), plan.fix())) {
            case FixDecision.Accepted(var now) ->
                hosting.applyFix(id, action.packageId(), now.fix()).map(after -> report(action, now, after));
            case FixDecision.Refused(var refusal) -> CallOutcome.refused(refusal);
        };
    }

    /** The hosting system tells by the id; where it does not, a quota and a ban can be seen. A restart leaves no trace. */
    @Override
    public CallOutcome<FixReport> findOut(ActionId id, CustomerId customer, ApplyMicroFix action, FixPlan plan) {
        var told = hosting.findFix(id);
        var state = told instanceof CallOutcome.Unknown
                ? own(customer, action).map(own -> seen(own, plan)).orElse(told)
                : told;
        return state.map(after -> report(action, plan, after));
    }

    private static CallOutcome<FixState> seen(HostingPackage own, FixPlan plan) {
        return switch (plan.fix()) {
            case UnbanAddress(var address) ->
                own.banned().contains(address) ? CallOutcome.notDone() : CallOutcome.done(new FixState.Ban(false));
            case RaiseMailboxQuota raise -> {
                var now = own.mailbox(raise.mailbox()).<FixState>map(mailbox -> new FixState.Quota(mailbox.quotaMb()));
                var asked = new FixState.Quota(raise.quotaMb());
                if (now.equals(Optional.of(asked))) {
                    yield CallOutcome.done(asked);
                }
                yield now.equals(Optional.of(plan.before())) ? CallOutcome.notDone() : CallOutcome.unknown();
            }
            default -> CallOutcome.unknown();
        };
    }

    private static FixReport report(ApplyMicroFix action, FixPlan plan, FixState after) {
        return new FixReport(action.packageId(), plan.fix(), plan.before(), after);
    }

    private Optional<HostingPackage> own(CustomerId customer, ApplyMicroFix action) {
        return hosting.find(action.packageId()).filter(each -> each.holder().equals(customer));
    }
}
