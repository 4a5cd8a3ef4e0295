package org.supportpin.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.dns.FakeZones;
import org.supportpin.domain.dns.RawChange;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.Undone;
import org.supportpin.domain.testing.Verdicts;

/** Takes changes of a package back. */
class HostingReversalTest {

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final RawChange DNS = new RawChange("upsert", "www", "A", null, List.of("195.251.255.2"));

    private final FakeHosting hosting = new FakeHosting();
    private final FakeZones zones = new FakeZones();
    private final ChangeHostingSettingsExecutor executor = new ChangeHostingSettingsExecutor(hosting, zones);

    private static PhpChange php(Map<PhpSetting, String> settings) {
        return new PhpChange(new PhpVersion("8.4"), settings, false);
    }

    private HostingEdit done(@Nullable PhpChange php, RawChange... dns) {
        var action = new ChangeHostingSettings(Packages.ID, php, List.of(dns));
        var plan = Verdicts.plan(executor.plan(Packages.HOLDER, action));
        assertThat(executor.execute(ID, Packages.HOLDER, action, plan)).isInstanceOf(CallOutcome.Done.class);
        return plan;
    }

    private Reversal<HostingEdit> reverse(HostingEdit done) {
        return executor.reverse(Packages.HOLDER, done);
    }

    private void offers(String... versions) {
        var php = hosting.there().php();
        var offered = Stream.of(versions).map(PhpVersion::new).collect(Collectors.toSet());
        hosting.hosting = Packages.with(hosting.there(), new PhpState(php.version(), offered, php.settings()));
    }

    @Test
    void bothPartsComeBack() {
        var before = hosting.there();
        var zone = zones.there();
        var action = new ChangeHostingSettings(
                Packages.ID,
                php(Map.of(PhpSetting.MEMORY_LIMIT, "256M", PhpSetting.MAX_INPUT_VARS, "5000")),
                List.of(DNS));

        Undone.whenDone(executor, Packages.HOLDER, action);

        assertThat(hosting.there()).isEqualTo(before);
        assertThat(zones.there()).isEqualTo(zone);
    }

    @Test
    void eachPartMayStandAlone() {
        assertThat(Undone.plan(reverse(done(null, DNS))).php()).isNull();
        assertThat(Undone.plan(reverse(done(php(Map.of())))).dns()).isNull();
    }

    @Test
    void theRiskIsTheZones() {
        var apex = new RawChange("upsert", "@", "A", null, List.of("195.251.255.2"));

        assertThat(Undone.proposal(reverse(done(php(Map.of())))).risk()).isEqualTo(Risk.STANDARD);
        assertThat(Undone.proposal(reverse(done(null, apex))).risk()).isEqualTo(Risk.HIGH);
    }

    @Test
    void whatHasChangedSinceInEitherPartIsTold() {
        var done = done(php(Map.of(PhpSetting.MEMORY_LIMIT, "256M", PhpSetting.DISPLAY_ERRORS, "on")), DNS);
        hosting.hosting = Packages.with(hosting.there(), PhpSetting.MEMORY_LIMIT, "512M");
        zones.set(FakeZones.address("www.papadopoulou.gr", 7));

        assertThat(Undone.changes(reverse(done)))
                .containsExactly(
                        new Difference("papadopoulou.gr PHP memory_limit", "256M", "512M"),
                        new Difference(
                                "www.papadopoulou.gr A", "195.251.255.2 (TTL 3600)", "195.251.255.7 (TTL 3600)"));
    }

    /** What was asked for and was so already, the action did not change. */
    @Test
    void aSettingThatTheActionLeftAsItWasMayHaveChanged() {
        var done = done(php(Map.of(PhpSetting.MEMORY_LIMIT, "128M")));
        hosting.hosting = Packages.with(hosting.there(), PhpSetting.MEMORY_LIMIT, "512M");

        var plan = Undone.plan(reverse(done));

        assertThat(plan.changes()).containsExactly(new Difference("papadopoulou.gr PHP", "8.4", "8.3"));
    }

    @Test
    void aVersionThatIsNotOfferedAnyMoreIsRefused() {
        var done = done(php(Map.of()));
        offers("8.4");

        assertThat(Undone.rule(reverse(done))).isEqualTo("version-not-offered");
    }

    /** Since the action, requests were made smaller than the earlier uploads. */
    @Test
    void uploadsThatWouldNotFitAreRefused() {
        var done = done(php(Map.of(PhpSetting.UPLOAD_MAX_FILESIZE, "2M")));
        hosting.hosting = Packages.with(hosting.there(), PhpSetting.POST_MAX_SIZE, "4M");

        assertThat(Undone.rule(reverse(done))).isEqualTo("upload-over-post");
    }

    @Test
    void aPackageWithAnotherMainDomainHasChanged() {
        var done = done(null, DNS);
        var was = hosting.there();
        hosting.hosting = new HostingPackage(
                was.id(),
                was.holder(),
                was.furtherDomains().getFirst(),
                List.of(),
                was.plan(),
                was.php(),
                was.mailboxes(),
                was.banned(),
                was.certificates());

        assertThat(Undone.changes(reverse(done))).containsExactly(new Difference("pkg-1", "papadopoulou.gr", "nea.gr"));
    }

    @Test
    void anothersPackageIsNotThere() {
        var done = done(php(Map.of()));

        assertThat(Undone.rule(executor.reverse(new CustomerId("1002"), done))).isEqualTo("package-not-found");
    }

    @Test
    void whatChangedNothingHasNothingToUndo() {
        var done = done(new PhpChange(null, Map.of(PhpSetting.MEMORY_LIMIT, "128M"), false));

        assertThat(Undone.rule(reverse(done))).isEqualTo("nothing-to-undo");
    }
}
