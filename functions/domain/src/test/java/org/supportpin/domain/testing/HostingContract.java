package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.FakeZones;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.ApplyMicroFix;
import org.supportpin.domain.hosting.ApplyMicroFixExecutor;
import org.supportpin.domain.hosting.ChangeHostingSettings;
import org.supportpin.domain.hosting.ChangeHostingSettingsExecutor;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.FixState;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.HostingRules;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PackagePlan;
import org.supportpin.domain.hosting.PhpChange;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpEdit.VersionEdit;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/** The contract of every hosting system. */
public abstract class HostingContract {

    private static final IpAddress BANNED = new IpAddress("195.251.255.66");
    private static final IpAddress BANNED_TOO = new IpAddress("2a02:587::1");
    private static final EmailAddress INFO =
            EmailAddress.parse("info@papadopoulou.gr").orThrow();

    private final ActionId id = newAction();
    private final ActionId other = newAction();

    /** The system under test. */
    protected abstract WebHosting hosting();

    /** A package that exists from the start of each test and that nobody else uses: a {@link #sample}. */
    protected abstract HostingPackage hostingPackage();

    /** An ID that no package has. */
    protected abstract PackageId unknown();

    protected static HostingPackage sample(String packageId) {
        return new HostingPackage(
                new PackageId(packageId),
                new CustomerId("1001"),
                new DomainName("papadopoulou.gr"),
                List.of(new DomainName("nea.gr")),
                new PackagePlan("papadopoulou.gr", 5120),
                new PhpState(
                        new PhpVersion("8.3"),
                        Stream.of("8.2", "8.3", "8.4").map(PhpVersion::new).collect(Collectors.toUnmodifiableSet()),
                        Map.of(
                                PhpSetting.MEMORY_LIMIT, "128M",
                                PhpSetting.MAX_EXECUTION_TIME, "30",
                                PhpSetting.DISPLAY_ERRORS, "off",
                                PhpSetting.DATE_TIMEZONE, "Europe/Athens")),
                List.of(
                        new Mailbox(INFO, 1024, 903),
                        new Mailbox(EmailAddress.parse("sales@nea.gr").orThrow(), 2048, 310)),
                Set.of(BANNED, BANNED_TOO),
                List.of());
    }

    /** Different in each test, because a system remembers actions. */
    private static ActionId newAction() {
        return new ActionId(UUID.randomUUID().toString().replace("-", "").substring(0, 24));
    }

    private HostingPackage now() {
        return hosting().find(hostingPackage().id()).orElseThrow();
    }

    private static SettingEdit setting(PhpSetting setting, String before, String after) {
        return new SettingEdit(setting, before, after);
    }

    private static PhpEdit edit(PackageId of, SettingEdit... settings) {
        return new PhpEdit(of, new VersionEdit(new PhpVersion("8.3"), new PhpVersion("8.4")), Arrays.asList(settings));
    }

    private PhpEdit edit() {
        return edit(
                hostingPackage().id(),
                setting(PhpSetting.MEMORY_LIMIT, "128M", "256M"),
                setting(PhpSetting.DISPLAY_ERRORS, "off", "on"));
    }

    private static String rule(CallOutcome<?> effect) {
        assertThat(effect).isInstanceOf(CallOutcome.Refused.class);
        return ((CallOutcome.Refused<?>) effect).refusal().rule();
    }

    @Test
    void aCustomersPackagesAreListed() {
        var own = hostingPackage();

        assertThat(hosting().packages(own.holder()).items())
                .filteredOn(each -> each.id().equals(own.id()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.holder()).isEqualTo(own.holder());
                    assertThat(each.mainDomain()).isEqualTo(own.mainDomain());
                    assertThat(each.furtherDomains()).isEqualTo(own.furtherDomains());
                    assertThat(each.plan()).isEqualTo(own.plan());
                    assertThat(each.php()).isEqualTo(own.php());
                    assertThat(each.mailboxes()).isEqualTo(own.mailboxes());
                });
        assertThat(hosting().packages(new CustomerId("nobody")).items()).isEmpty();
    }

    @Test
    void aPackageIsReportedAsItIs() {
        assertThat(hosting().find(hostingPackage().id())).contains(hostingPackage());
        assertThat(hosting().find(unknown())).isEmpty();
    }

    @Test
    void allOfAnEditIsThereAndNothingElseChanges() {
        var before = hostingPackage();
        var after = edit().apply(before.php());

        assertThat(hosting().applySettings(id, edit())).isEqualTo(CallOutcome.done(after));
        assertThat(now().php()).isEqualTo(after);
        assertThat(now().mailboxes()).isEqualTo(before.mailboxes());
        assertThat(now().banned()).isEqualTo(before.banned());
    }

    @Test
    void theSameEditAgainIsDoneAndChangesNothing() {
        for (var action : List.of(id, id, other)) {
            assertThat(hosting().applySettings(action, edit())).isInstanceOf(CallOutcome.Done.class);
        }

        assertThat(now().php()).isEqualTo(edit().apply(hostingPackage().php()));
    }

    @Test
    void anEditIsPutBackByItsOpposite() {
        assertThat(hosting().applySettings(id, edit())).isInstanceOf(CallOutcome.Done.class);
        assertThat(hosting().applySettings(id, edit().reversed())).isInstanceOf(CallOutcome.Done.class);

        assertThat(now()).isEqualTo(hostingPackage());
    }

    @Test
    void aPackageThatIsNotAnyMoreTheOneOfTheCheckStays() {
        var late = edit(
                hostingPackage().id(),
                setting(PhpSetting.MEMORY_LIMIT, "64M", "512M"),
                setting(PhpSetting.DISPLAY_ERRORS, "off", "on"));

        assertThat(rule(hosting().applySettings(id, late))).isEqualTo(HostingRules.SETTINGS_CHANGED);
        assertThat(now()).isEqualTo(hostingPackage());
    }

    @Test
    void whatIsNotThereIsRefused() {
        var nowhere = edit(unknown(), setting(PhpSetting.MEMORY_LIMIT, "128M", "256M"));

        assertThat(hosting().applySettings(id, nowhere)).isInstanceOf(CallOutcome.Refused.class);
        assertThat(hosting().applyFix(other, unknown(), new Fix.RaiseMailboxQuota(INFO, 2048)))
                .isInstanceOf(CallOutcome.Refused.class);
    }

    @Test
    void aMailboxHoldsMoreAndTheOthersStay() {
        var raise = new Fix.RaiseMailboxQuota(INFO, 3072);

        assertThat(hosting().applyFix(id, hostingPackage().id(), raise))
                .isEqualTo(CallOutcome.done(new FixState.Quota(3072)));
        assertThat(now().mailboxes())
                .containsExactly(
                        new Mailbox(INFO, 3072, 903),
                        hostingPackage().mailboxes().get(1));
    }

    @Test
    void oneAddressIsLetInAgainAndTheOtherIsNot() {
        var unban = new Fix.UnbanAddress(BANNED);

        assertThat(hosting().applyFix(id, hostingPackage().id(), unban))
                .isEqualTo(CallOutcome.done(new FixState.Ban(false)));
        assertThat(now().banned()).containsExactly(BANNED_TOO);
    }

    /** A system without a memory of actions answers that it does not know. None may answer that a completed fix was not done. */
    @Test
    void aFixThatWasDoneIsFoundOrNotKnown() {
        assertThat(hosting().findFix(id)).isNotInstanceOf(CallOutcome.Done.class);
        assertThat(hosting().applyFix(id, hostingPackage().id(), new Fix.RaiseMailboxQuota(INFO, 2048)))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(hosting().findFix(id))
                .matches(found -> found instanceof CallOutcome.Unknown
                        || found.equals(CallOutcome.done(new FixState.Quota(2048))));
    }

    @Test
    void whatIsPreviewedIsSet() {
        var php = new PhpChange(new PhpVersion("8.4"), Map.of(PhpSetting.MEMORY_LIMIT, "256M"), false);
        AsPreviewed.done(
                new ChangeHostingSettingsExecutor(hosting(), new FakeZones()),
                hostingPackage().holder(),
                new ChangeHostingSettings(hostingPackage().id(), php, List.of()));
    }

    /** Also a setting of which the package had no value of its own. */
    @Test
    void whatIsUndoneIsAsItWas() {
        var php = new PhpChange(
                new PhpVersion("8.4"),
                Map.of(PhpSetting.MEMORY_LIMIT, "256M", PhpSetting.MAX_INPUT_VARS, "5000"),
                false);
        Undone.whenDone(
                new ChangeHostingSettingsExecutor(hosting(), new FakeZones()),
                hostingPackage().holder(),
                new ChangeHostingSettings(hostingPackage().id(), php, List.of()));

        assertThat(now()).isEqualTo(hostingPackage());
    }

    @Test
    void whatIsPreviewedIsFixed() {
        var executor = new ApplyMicroFixExecutor(hosting());
        for (var fix : List.of(new Fix.RaiseMailboxQuota(INFO, 3072), new Fix.UnbanAddress(BANNED))) {
            AsPreviewed.done(
                    executor,
                    hostingPackage().holder(),
                    new ApplyMicroFix(hostingPackage().id(), fix, "The caller asked for it."));
        }
    }
}
