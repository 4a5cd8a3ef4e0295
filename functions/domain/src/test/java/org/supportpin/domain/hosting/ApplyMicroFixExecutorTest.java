package org.supportpin.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supportpin.domain.testing.Mishaps.Mishap.DOWN;
import static org.supportpin.domain.testing.Mishaps.Mishap.LOSES_ANSWER;
import static org.supportpin.domain.testing.Mishaps.Mishap.LOSES_REQUEST;
import static org.supportpin.domain.testing.Mishaps.Mishap.REFUSES;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Fix.RaiseMailboxQuota;
import org.supportpin.domain.hosting.Fix.ReissueCertificate;
import org.supportpin.domain.hosting.Fix.RestartPhp;
import org.supportpin.domain.hosting.Fix.UnbanAddress;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.Mishaps;
import org.supportpin.domain.testing.Verdicts;

class ApplyMicroFixExecutorTest {

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final CustomerId HOLDER = Packages.HOLDER;
    private static final IpAddress ADDRESS = new IpAddress("195.251.255.66");
    private static final Fix UNBAN = new UnbanAddress(ADDRESS);
    private static final Fix RAISE = new RaiseMailboxQuota(Packages.mail("info@papadopoulou.gr"), 2048);

    private final FakeHosting hosting = new FakeHosting();
    private final ApplyMicroFixExecutor executor = new ApplyMicroFixExecutor(hosting);

    static Stream<Fix> fixes() {
        return Stream.of(
                new RestartPhp(),
                new Fix.ClearCache(),
                new Fix.RepairPermissions(),
                new ReissueCertificate(null),
                UNBAN,
                RAISE);
    }

    @ParameterizedTest
    @MethodSource("fixes")
    void eachFixIsCarriedOutOnce(Fix fix) {
        var plan = plan(fix);
        var first = dispatch(fix, plan);

        assertThat(first).isInstanceOf(CallOutcome.Done.class);
        assertThat(dispatch(fix, plan)).isEqualTo(first);
        assertThat(reconcile(fix, plan)).isEqualTo(first);
        assertThat(hosting.fixes).containsExactly(plan.fix());
    }

    @Test
    void theReportShowsBeforeAndAfter() {
        assertThat(dispatch(RAISE, plan(RAISE)))
                .isEqualTo(CallOutcome.done(new FixReport(
                        Packages.ID, Packages.MAIN, RAISE, new FixState.Quota(1024), new FixState.Quota(2048))));
        assertThat(dispatch(new ReissueCertificate(null), plan(new ReissueCertificate(null)), "BBBB"))
                .isEqualTo(CallOutcome.done(new FixReport(
                        Packages.ID,
                        Packages.MAIN,
                        new ReissueCertificate(Packages.MAIN),
                        new FixState.Certified(Packages.VALID_UNTIL),
                        new FixState.Certified(FakeHosting.REISSUED_UNTIL))));
    }

    @Test
    void anothersPackageIsRefusedLikeNone() {
        var missing = executor.plan(HOLDER, new ApplyMicroFix(new PackageId("pkg-9"), UNBAN, "note"));
        var plan = plan(UNBAN);
        hosting.hosting = Packages.heldBy(hosting.there(), "1002");

        assertThat(executor.plan(HOLDER, action(UNBAN))).isEqualTo(missing);
        assertThat(rule(UNBAN)).isEqualTo("package-not-found");
        assertThat(dispatch(UNBAN, plan))
                .isEqualTo(CallOutcome.refused(((Verdict.Refused<Proposal<FixPlan>>) missing).refusal()));
        assertThat(hosting.fixes).isEmpty();
    }

    @Test
    void eachRuleIsAsked() {
        assertThat(rule(new ReissueCertificate(new DomainName("allo.gr")))).isEqualTo("domain-not-in-package");
        assertThat(rule(new UnbanAddress(new IpAddress("195.251.255.1")))).isEqualTo("address-not-banned");
        assertThat(rule(new RaiseMailboxQuota(Packages.mail("other@papadopoulou.gr"), 2048)))
                .isEqualTo("mailbox-not-found");
        assertThat(rule(new RaiseMailboxQuota(Packages.mail("info@papadopoulou.gr"), 4097)))
                .isEqualTo("mailbox-over-plan");
        assertThat(rule(new RaiseMailboxQuota(Packages.mail("info@papadopoulou.gr"), 1000)))
                .isEqualTo("quota-not-raised");
    }

    @Test
    void theRulesAreAskedAgainAtDispatch() {
        var unban = plan(UNBAN);
        var raise = plan(RAISE);
        hosting.hosting = Packages.with(
                hosting.there(), List.of(new Mailbox(Packages.mail("info@papadopoulou.gr"), 3000, 1)), Set.of());

        assertThat(refused(dispatch(UNBAN, unban))).isEqualTo("address-not-banned");
        assertThat(refused(dispatch(RAISE, raise))).isEqualTo("quota-not-raised");
        assertThat(hosting.fixes).isEmpty();
    }

    @Test
    void theSystemsMessageIsReturned() {
        var plan = plan(UNBAN);
        hosting.mishaps.are(REFUSES, DOWN, LOSES_REQUEST);

        assertThat(dispatch(UNBAN, plan)).isEqualTo(CallOutcome.refused(Mishaps.REFUSAL));
        assertThat(dispatch(UNBAN, plan)).isEqualTo(CallOutcome.notDone());
        assertThat(dispatch(UNBAN, plan)).isEqualTo(CallOutcome.unknown());
        assertThat(reconcile(UNBAN, plan)).isEqualTo(CallOutcome.notDone());
        hosting.isDown = true;
        assertThat(dispatch(UNBAN, plan)).isEqualTo(CallOutcome.notDone());
        assertThat(hosting.fixes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixes")
    void aLostAnswerIsFound(Fix fix) {
        var plan = plan(fix);
        hosting.mishaps.are(LOSES_ANSWER);

        assertThat(dispatch(fix, plan)).isEqualTo(CallOutcome.unknown());
        assertThat(reconcile(fix, plan)).isInstanceOf(CallOutcome.Done.class);
        assertThat(dispatch(fix, plan)).isInstanceOf(CallOutcome.Done.class);
        assertThat(hosting.fixes).hasSize(1);
    }

    @Test
    void whereTheSystemKnowsNoIdsItsStateTells() {
        hosting.knowsFixes = false;
        var unban = plan(UNBAN);
        var raise = plan(RAISE);
        assertThat(reconcile(UNBAN, unban)).isEqualTo(CallOutcome.notDone());
        assertThat(reconcile(RAISE, raise)).isEqualTo(CallOutcome.notDone());

        dispatch(UNBAN, unban);
        dispatch(RAISE, raise, "BBBB");
        assertThat(reconcile(UNBAN, unban)).isInstanceOf(CallOutcome.Done.class);
        assertThat(reconcile(RAISE, raise)).isInstanceOf(CallOutcome.Done.class);

        hosting.hosting = Packages.with(hosting.there(), List.of(), Set.of());
        assertThat(reconcile(RAISE, raise)).isEqualTo(CallOutcome.unknown());
    }

    @Test
    void andWhatLeavesNoTraceIsUndecidable() {
        var restart = plan(new RestartPhp());
        var reissue = plan(new ReissueCertificate(null));
        var unban = plan(UNBAN);
        hosting.knowsFixes = false;

        assertThat(reconcile(new RestartPhp(), restart)).isEqualTo(CallOutcome.unknown());
        assertThat(reconcile(new ReissueCertificate(null), reissue)).isEqualTo(CallOutcome.unknown());
        hosting.isDown = true;
        assertThatThrownBy(() -> reconcile(UNBAN, unban)).isInstanceOf(BackOfficeUnavailable.class);
        hosting.isDown = false;
        hosting.hosting = Packages.heldBy(hosting.there(), "1002");
        assertThat(reconcile(UNBAN, unban)).isEqualTo(CallOutcome.unknown());
    }

    @Test
    void theNoteIsOneLineAndDoesNotPrintItself() {
        assertThat(ApplyMicroFix.note("α".repeat(500))).isInstanceOf(Checked.Valid.class);
        assertThat(ApplyMicroFix.note("α".repeat(501))).isInstanceOf(Faulty.class);
        assertThat(ApplyMicroFix.note("  ")).isInstanceOf(Faulty.class);
        assertThat(ApplyMicroFix.note("two\nlines")).isInstanceOf(Faulty.class);
        assertThat(action(UNBAN).toString()).doesNotContain("note", "195.251.255");
        assertThatIllegalArgumentException().isThrownBy(() -> new ApplyMicroFix(Packages.ID, UNBAN, " padded "));
    }

    private FixPlan plan(Fix fix) {
        return Verdicts.plan(executor.plan(HOLDER, action(fix)));
    }

    private String rule(Fix fix) {
        return executor.plan(HOLDER, action(fix)) instanceof Verdict.Refused<Proposal<FixPlan>>(var refusal)
                ? refusal.rule()
                : "ready";
    }

    private CallOutcome<FixReport> dispatch(Fix fix, FixPlan plan) {
        return CallOutcome.ofCallOnFacts(() -> executor.execute(ID, HOLDER, action(fix), plan));
    }

    private CallOutcome<FixReport> dispatch(Fix fix, FixPlan plan, String other) {
        return CallOutcome.ofCallOnFacts(
                () -> executor.execute(new ActionId(other.repeat(6)), HOLDER, action(fix), plan));
    }

    private CallOutcome<FixReport> reconcile(Fix fix, FixPlan plan) {
        return executor.reconcile(ID, HOLDER, action(fix), plan);
    }

    private static String refused(CallOutcome<FixReport> effect) {
        return effect instanceof CallOutcome.Refused<FixReport>(var refusal) ? refusal.rule() : effect.toString();
    }

    private static ApplyMicroFix action(Fix fix) {
        return new ApplyMicroFix(Packages.ID, fix, "a note");
    }
}
