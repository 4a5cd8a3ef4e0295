package org.supportpin.domain.hosting;

import java.util.List;
import java.util.Optional;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.hosting.Fix.RaiseMailboxQuota;
import org.supportpin.domain.hosting.Fix.UnbanAddress;
import org.supportpin.domain.identity.CustomerId;

/** Executes {@code apply-micro-fix}. The plan is the fix with all its arguments, and the state before it. */
public final class ApplyMicroFixExecutor implements ActionExecutor<ApplyMicroFix, FixPlan, FixReport> {

    private final WebHosting hosting;

    public ApplyMicroFixExecutor(WebHosting hosting) {
        this.hosting = hosting;
    }

    @Override
    public Verdict<Proposal<FixPlan>> plan(CustomerId customer, ApplyMicroFix action) {
        return decide(customer, action, action.fix())
                .map(plan -> Proposal.of(plan, Risk.STANDARD, List.of(plan.change()))
                        .warnings(HostingWarnings.of(plan.fix())));
    }

    private Verdict<FixPlan> decide(CustomerId customer, ApplyMicroFix action, Fix fix) {
        return own(customer, action)
                .map(own -> FixRules.decide(own, fix))
                .orElseGet(() -> Verdict.refused(HostingRules.packageNotFound()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>What an earlier dispatch did is not checked again: a quota that is already raised would be refused.
     */
    @Override
    public CallOutcome<FixReport> execute(ActionId id, CustomerId customer, ApplyMicroFix action, FixPlan plan) {
        if (hosting.findFix(id) instanceof CallOutcome.Done<FixState>(var after)) {
            return CallOutcome.done(report(action, plan, after));
        }
        return decide(customer, action, plan.fix())
                .call(now ->
                        hosting.applyFix(id, action.packageId(), now.fix()).map(after -> report(action, now, after)));
    }

    @Override
    public List<Difference> changes(FixReport result) {
        return List.of(result.change());
    }

    /**
     * The hosting system is asked by ID. If it does not know, a quota and a ban are visible in the package; a restart leaves no
     * trace.
     */
    @Override
    public CallOutcome<FixReport> reconcile(ActionId id, CustomerId customer, ApplyMicroFix action, FixPlan plan) {
        var found = hosting.findFix(id);
        var state = found instanceof CallOutcome.Unknown
                ? own(customer, action).map(own -> seen(own, plan)).orElse(found)
                : found;
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
        return new FixReport(action.packageId(), plan.mainDomain(), plan.fix(), plan.before(), after);
    }

    private Optional<HostingPackage> own(CustomerId customer, ApplyMicroFix action) {
        return hosting.find(action.packageId()).filter(each -> each.holder().equals(customer));
    }
}
