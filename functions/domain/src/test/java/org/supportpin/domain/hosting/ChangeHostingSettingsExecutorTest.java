package org.supportpin.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supportpin.domain.testing.Mishaps.Mishap.DOWN;
import static org.supportpin.domain.testing.Mishaps.Mishap.LOSES_ANSWER;
import static org.supportpin.domain.testing.Mishaps.Mishap.LOSES_REQUEST;
import static org.supportpin.domain.testing.Mishaps.Mishap.NONE;
import static org.supportpin.domain.testing.Mishaps.Mishap.REFUSES;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.FakeZones;
import org.supportpin.domain.dns.RawChange;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.Mishaps;
import org.supportpin.domain.testing.Verdicts;

class ChangeHostingSettingsExecutorTest {

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final CustomerId HOLDER = Packages.HOLDER;
    private static final PhpChange PHP =
            new PhpChange(new PhpVersion("8.4"), Map.of(PhpSetting.MEMORY_LIMIT, "256M"), false);
    private static final RawChange DNS = upsert("www", "195.251.255.2");
    private static final ChangeHostingSettings BOTH = action(PHP, DNS);

    private final FakeHosting hosting = new FakeHosting();
    private final FakeZones zones = new FakeZones();
    private final ChangeHostingSettingsExecutor executor = new ChangeHostingSettingsExecutor(hosting, zones);
    private final HostingPackage packageBefore = hosting.there();
    private final String zoneBefore = zones.there().fingerprint();

    @Nested
    class Check {

        @Test
        void thePlanShowsBeforeAndAfterOfBothSystems() {
            var plan = plan(BOTH);

            assertThat(plan.php()).isNotNull();
            assertThat(plan.dns()).isNotNull();
            assertThat(plan.changesPhp()).isTrue();
            assertThat(plan.changesDns()).isTrue();
            assertNothingIsDone();
        }

        @Test
        void eitherPartMayStandAlone() {
            assertThat(plan(action(PHP)).dns()).isNull();
            assertThat(plan(action(null, DNS)).php()).isNull();
        }

        @Test
        void theRiskIsTheZones() {
            assertThat(risk(action(PHP))).isEqualTo(Risk.STANDARD);
            assertThat(risk(action(PHP, upsert("new", "195.251.255.2")))).isEqualTo(Risk.STANDARD);
            assertThat(risk(action(PHP, upsert("@", "195.251.255.2")))).isEqualTo(Risk.HIGH);
        }

        @Test
        void anothersPackageIsRefusedLikeNone() {
            var missing = executor.plan(HOLDER, new ChangeHostingSettings(new PackageId("pkg-9"), PHP, List.of(DNS)));
            hosting.hosting = Packages.heldBy(packageBefore, "1002");

            assertThat(executor.plan(HOLDER, BOTH)).isEqualTo(missing);
            assertThat(Verdicts.rule(executor.plan(HOLDER, BOTH))).isEqualTo("package-not-found");
            assertThat(Verdicts.rule(executor.plan(HOLDER, action(PHP, upsert("www.allo.gr", "195.251.255.2")))))
                    .isEqualTo("package-not-found");
        }

        @Test
        void anothersZoneIsRefusedLikeNone() {
            zones.heldBy("1002");
            var anothers = executor.plan(HOLDER, BOTH);
            zones.zone = null;

            assertThat(executor.plan(HOLDER, BOTH)).isEqualTo(anothers);
            assertThat(Verdicts.rule(anothers)).isEqualTo("zone-not-hosted-here");
        }

        @Test
        void eachRuleIsAsked() {
            var others = new PhpChange(null, Map.of(), true);
            var old = new PhpChange(new PhpVersion("7.4"), Map.of(), false);
            var upload = new PhpChange(null, Map.of(PhpSetting.UPLOAD_MAX_FILESIZE, "17M"), false);

            assertThat(Verdicts.rule(executor.plan(HOLDER, action(others, DNS))))
                    .isEqualTo("setting-not-allowed");
            assertThat(Verdicts.rule(executor.plan(HOLDER, action(old, DNS)))).isEqualTo("version-not-offered");
            assertThat(Verdicts.rule(executor.plan(HOLDER, action(upload)))).isEqualTo("upload-over-post");
            assertThat(Verdicts.rule(executor.plan(HOLDER, action(PHP, delete("www", "NS")))))
                    .isEqualTo("type-not-editable");
            assertThat(Verdicts.rule(executor.plan(HOLDER, action(PHP, delete("none", "A")))))
                    .isEqualTo("record-not-found");
        }

        @Test
        void aNameOutsideThePackagesZoneIsAFaultAtItsPlace() {
            var asked = action(PHP, DNS, upsert("www.allo.gr", "195.251.255.2"), upsert("www", "195.251.255.3"));

            assertThat(
                            executor.plan(HOLDER, asked) instanceof Verdict.Faulty<Proposal<HostingEdit>>(var faults)
                                    ? faults.stream().map(Fault::pointer).toList()
                                    : List.of("none"))
                    .containsExactly("/dns/1/name", "/dns/2");
        }
    }

    @Nested
    class CarryingOut {

        @Test
        void bothAreDoneOnce() {
            var plan = plan(BOTH);

            assertThat(dispatch(plan)).isEqualTo(CallOutcome.done(plan));
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.done(plan));

            assertBothAreDoneOnce();
        }

        @Test
        void whatIsThereAlreadyIsDoneWithoutACall() {
            var asked = action(
                    new PhpChange(new PhpVersion("8.3"), Map.of(PhpSetting.MEMORY_LIMIT, "128M"), false),
                    upsert("www", "195.251.255.1"));
            var plan = plan(asked);

            assertThat(dispatch(asked, plan)).isEqualTo(CallOutcome.done(plan));
            assertNothingIsDone();
        }

        @Test
        void ownershipIsCheckedAgain() {
            var plan = plan(BOTH);
            hosting.hosting = Packages.heldBy(packageBefore, "1002");
            assertThat(refused(dispatch(plan))).isEqualTo("package-not-found");

            hosting.hosting = packageBefore;
            zones.heldBy("1002");
            assertThat(refused(dispatch(plan))).isEqualTo("zone-not-hosted-here");
            assertNothingIsDone();
        }

        @Test
        void aZoneThatChangedIsFoundBeforePhpIsTouched() {
            var plan = plan(BOTH);
            zones.changeElsewhere();

            assertThat(refused(dispatch(plan))).isEqualTo("zone-changed");
            assertThat(hosting.edits).isEmpty();
            assertThat(zones.edits).isEmpty();
        }

        @Test
        void soIsAPackageThatChanged() {
            var plan = plan(BOTH);
            hosting.hosting = Packages.with(packageBefore, PhpSetting.MEMORY_LIMIT, "64M");
            assertThat(refused(dispatch(plan))).isEqualTo("settings-changed");

            var php = packageBefore.php();
            hosting.hosting =
                    Packages.with(packageBefore, new PhpState(php.version(), Set.of(php.version()), php.settings()));
            assertThat(refused(dispatch(plan))).isEqualTo("version-not-offered");
            assertThat(hosting.edits).isEmpty();
            assertThat(zones.edits).isEmpty();
        }

        @Test
        void anotherMainDomainMakesItAnotherZone() {
            var plan = plan(BOTH);
            hosting.hosting = Packages.moved(packageBefore, new DomainName("nea.gr"));

            assertThat(refused(dispatch(plan))).isEqualTo("zone-changed");
            assertNothingIsDone();
        }

        @Test
        void aChangeOfSettingsThatTheActionDoesNotTouchIsNoneOfItsBusiness() {
            var plan = plan(action(PHP));
            hosting.hosting = Packages.with(packageBefore, PhpSetting.MAX_EXECUTION_TIME, "60");

            assertThat(dispatch(plan)).isEqualTo(CallOutcome.done(plan));
        }

        @Test
        void whatPhpSaysComesBeforeTheZoneIsTouched() {
            var plan = plan(BOTH);
            hosting.mishaps.are(REFUSES, DOWN, LOSES_REQUEST);

            assertThat(dispatch(plan)).isEqualTo(CallOutcome.refused(Mishaps.REFUSAL));
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.notDone());
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unknown());
            assertNothingIsDone();
        }

        @Test
        void whereTheFactsCannotBeReadOneSystemAloneIsCertainlyUntouched() {

            var php = plan(action(PHP));
            var dns = plan(action(null, DNS));
            var both = plan(BOTH);
            hosting.isDown = true;

            assertThat(dispatch(php)).isEqualTo(CallOutcome.notDone());
            assertThat(dispatch(dns)).isEqualTo(CallOutcome.notDone());
            assertThat(dispatch(both)).isEqualTo(CallOutcome.unknown());
        }
    }

    /** The zone says no, or is not reached, once PHP is changed. */
    @Nested
    class TheSecondPartFails {

        @Test
        void aRefusalPutsPhpBack() {
            var plan = plan(BOTH);
            zones.mishaps.are(REFUSES);

            assertThat(dispatch(plan)).isEqualTo(CallOutcome.refused(Mishaps.REFUSAL));
            assertPhpIsAsBefore(2);
        }

        @Test
        void soDoesADnsThatIsDown() {
            var plan = plan(BOTH);
            zones.mishaps.are(DOWN);

            assertThat(dispatch(plan)).isEqualTo(CallOutcome.notDone());
            assertPhpIsAsBefore(2);
        }

        @Test
        void withoutAChangeOfPhpNothingIsPutBack() {
            var asked = action(new PhpChange(new PhpVersion("8.3"), Map.of(), false), DNS);
            var plan = plan(asked);
            zones.mishaps.are(REFUSES);

            assertThat(dispatch(asked, plan)).isEqualTo(CallOutcome.refused(Mishaps.REFUSAL));
            assertPhpIsAsBefore(0);
        }

        @Test
        void aLostAnswerPutsNothingBack() {
            var plan = plan(BOTH);
            zones.mishaps.are(LOSES_REQUEST);

            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unknown());
            assertThat(hosting.edits).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(value = Mishaps.Mishap.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
        void wherePhpCannotBePutBackNothingIsClaimed(Mishaps.Mishap mishap) {
            var plan = plan(BOTH);
            zones.mishaps.are(REFUSES);
            hosting.mishaps.are(NONE, mishap);

            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unknown());
        }

        @Test
        void andThatIsCompletedLater() {
            var plan = plan(BOTH);
            zones.mishaps.are(DOWN);
            hosting.mishaps.are(NONE, DOWN);
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unknown());

            assertThat(reconcile(plan)).isEqualTo(CallOutcome.unfinished());
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.done(plan));
            assertBothAreDoneOnce();
        }

        @Test
        void orPutBackLaterIfTheZoneChangedMeanwhile() {
            var plan = plan(BOTH);
            zones.mishaps.are(DOWN);
            hosting.mishaps.are(NONE, DOWN);
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unknown());
            zones.changeElsewhere();

            assertThat(reconcile(plan)).isEqualTo(CallOutcome.unfinished());
            assertThat(refused(dispatch(plan))).isEqualTo("zone-changed");
            assertPhpIsAsBefore(2);
        }

        /** A dispatch that was late changed the zone between this one's look and its write: both wanted the same, and it is there. */
        @Test
        void butNotWhereAnotherDispatchOfItCameFirst() {
            var plan = plan(BOTH);
            var overtaken = new DnsZones() {
                @Override
                public Optional<Zone> zone(DomainName name) {
                    return zones.zone(name);
                }

                @Override
                public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
                    zones.apply(id, edit);
                    return CallOutcome.refused(ZoneRules.zoneChanged());
                }
            };

            var effect = new ChangeHostingSettingsExecutor(hosting, overtaken).execute(ID, HOLDER, BOTH, plan);

            assertThat(effect).isEqualTo(CallOutcome.done(plan));
            assertBothAreDoneOnce();
        }
    }

    @Nested
    class FindingOut {

        @Test
        void doneAbsentAndUndecidable() {
            var plan = plan(BOTH);
            assertThat(reconcile(plan)).isEqualTo(CallOutcome.notDone());

            dispatch(plan);
            assertThat(reconcile(plan)).isEqualTo(CallOutcome.done(plan));

            hosting.hosting = Packages.with(hosting.there(), PhpSetting.MEMORY_LIMIT, "64M");
            assertThat(reconcile(plan)).isEqualTo(CallOutcome.unknown());
        }

        @Test
        void aZoneThatIsNeitherIsUndecidable() {
            var plan = plan(action(null, DNS));
            zones.set(FakeZones.address("www.papadopoulou.gr", 7));

            assertThat(reconcile(plan)).isEqualTo(CallOutcome.unknown());
        }

        @Test
        void aLostAnswerOfTheFirstIsCompletedWithTheSecond() {
            var plan = plan(BOTH);
            hosting.mishaps.are(LOSES_ANSWER);
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unknown());
            assertThat(zones.edits).isEmpty();

            assertThat(reconcile(plan)).isEqualTo(CallOutcome.unfinished());
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.done(plan));
            assertBothAreDoneOnce();
        }

        @Test
        void aLostAnswerOfTheSecondIsFound() {
            var plan = plan(BOTH);
            zones.mishaps.are(LOSES_ANSWER);
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unknown());

            assertThat(reconcile(plan)).isEqualTo(CallOutcome.done(plan));
            assertBothAreDoneOnce();
        }

        @Test
        void aLostRequestIsDispatchedAgain() {
            var plan = plan(BOTH);
            zones.mishaps.are(LOSES_REQUEST);
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unknown());

            assertThat(reconcile(plan)).isEqualTo(CallOutcome.unfinished());
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.done(plan));
            assertBothAreDoneOnce();
        }

        @Test
        void whatIsNotTheCustomersAnyMoreTellsNothing() {
            var plan = plan(BOTH);
            zones.heldBy("1002");
            assertThat(reconcile(plan)).isEqualTo(CallOutcome.unknown());
            hosting.hosting = Packages.heldBy(packageBefore, "1002");
            assertThat(reconcile(plan)).isEqualTo(CallOutcome.unknown());
        }

        @Test
        void aSystemThatCannotBeAskedIsAskedLater() {
            var plan = plan(BOTH);
            zones.isDown = true;
            assertThatThrownBy(() -> reconcile(plan)).isInstanceOf(BackOfficeUnavailable.class);
        }

        /** Somebody put PHP back by hand after the zone was changed; PHP then refuses. Something was done: no refusal may say otherwise. */
        @Test
        void aRefusalAfterTheZoneWasChangedIsNone() {
            var plan = plan(BOTH);
            dispatch(plan);
            hosting.hosting = packageBefore;
            hosting.mishaps.are(REFUSES, DOWN);

            assertThat(reconcile(plan)).isEqualTo(CallOutcome.unfinished());
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unfinished());
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unfinished());
            hosting.hosting = Packages.with(packageBefore, PhpSetting.MEMORY_LIMIT, "64M");
            assertThat(dispatch(plan)).isEqualTo(CallOutcome.unfinished());
        }
    }

    private void assertNothingIsDone() {
        assertThat(hosting.there().php()).isEqualTo(packageBefore.php());
        assertThat(zones.edits).isEmpty();
    }

    private void assertPhpIsAsBefore(int calls) {
        assertThat(hosting.there().php()).isEqualTo(packageBefore.php());
        assertThat(hosting.edits).hasSize(calls);
        assertThat(zones.edits).isEmpty();
    }

    private void assertBothAreDoneOnce() {
        assertThat(hosting.there().php().version()).isEqualTo(new PhpVersion("8.4"));
        assertThat(hosting.there().php().get(PhpSetting.MEMORY_LIMIT)).isEqualTo("256M");
        assertThat(hosting.edits).hasSize(1);
        assertThat(zones.there().fingerprint()).isNotEqualTo(zoneBefore);
        assertThat(zones.edits).hasSize(1);
    }

    private HostingEdit plan(ChangeHostingSettings action) {
        return Verdicts.plan(executor.plan(HOLDER, action));
    }

    private Risk risk(ChangeHostingSettings action) {
        return Verdicts.accepted(executor.plan(HOLDER, action)).risk();
    }

    private CallOutcome<HostingEdit> dispatch(HostingEdit plan) {
        return dispatch(BOTH, plan);
    }

    private CallOutcome<HostingEdit> dispatch(ChangeHostingSettings action, HostingEdit plan) {
        return CallOutcome.ofCallOnFacts(() -> executor.execute(ID, HOLDER, action, plan));
    }

    private CallOutcome<HostingEdit> reconcile(HostingEdit plan) {
        return executor.reconcile(ID, HOLDER, BOTH, plan);
    }

    private static String refused(CallOutcome<HostingEdit> effect) {
        return effect instanceof CallOutcome.Refused<HostingEdit>(var refusal) ? refusal.rule() : effect.toString();
    }

    private static ChangeHostingSettings action(@Nullable PhpChange php, RawChange... dns) {
        return new ChangeHostingSettings(Packages.ID, php, List.of(dns));
    }

    private static RawChange upsert(String name, String address) {
        return new RawChange("upsert", name, "A", null, List.of(address));
    }

    private static RawChange delete(String name, String type) {
        return new RawChange("delete", name, type, null, null);
    }
}
