package org.supportpin.backoffice.hosting.plesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpEdit.VersionEdit;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.mail.EmailAddress;

/** What recovery reads from Plesk after a change whose answer came too late or never. */
class PleskLostAnswersTest {

    enum Change {
        SETTINGS,
        QUOTA,
        BAN
    }

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final PackageId PACKAGE = new PackageId("170");
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final Timeouts HASTY = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final PhpEdit EDIT = new PhpEdit(
            PACKAGE,
            new VersionEdit(new PhpVersion("8.3"), new PhpVersion("8.4")),
            List.of(new SettingEdit(PhpSetting.MEMORY_LIMIT, "128M", "256M")));
    private static final EmailAddress INFO =
            EmailAddress.parse("info@papadopoulou.gr").orThrow();
    private static final IpAddress BANNED = new IpAddress("195.251.255.66");

    private final PleskDouble plesk = PleskHostingTest.plesk();
    private final StubServer server = StubServer.start().does(plesk);

    @AfterEach
    void stop() {
        server.close();
    }

    private PleskHosting hosting(Timeouts patience) {
        var settings = new PleskSettings(server.endpoint(), new SecretReference("/support-pin/plesk"), null, true);
        return new PleskHosting(settings, _ -> new Secret(PleskDouble.KEY), patience);
    }

    private static CallOutcome<?> carryOut(Change change, PleskHosting hosting) {
        return switch (change) {
            case SETTINGS -> hosting.applySettings(ID, EDIT);
            case QUOTA -> hosting.applyFix(ID, PACKAGE, new Fix.RaiseMailboxQuota(INFO, 2048));
            case BAN -> hosting.applyFix(ID, PACKAGE, new Fix.UnbanAddress(BANNED));
        };
    }

    private HostingPackage now() {
        return hosting(CALM).find(PACKAGE).orElseThrow();
    }

    private boolean shows(Change change) {
        var now = now();
        return switch (change) {
            case SETTINGS -> EDIT.isPresentIn(now.php());
            case QUOTA ->
                now.mailboxes().stream().anyMatch(each -> each.address().equals(INFO) && each.quotaMb() == 2048);
            case BAN -> !now.banned().contains(BANNED);
        };
    }

    private List<Asked> changes() {
        return server.asked().stream().filter(PleskDouble::isChange).toList();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whatHadItsEffectInTimeOutIsFoundThereAndIsNotDoneTwice(Change change) {
        server.does(request -> {
            var answer = plesk.apply(request);
            return PleskDouble.isChange(request) ? new Behaviour.Hangs() : answer;
        });
        assertThat(carryOut(change, hosting(HASTY))).isInstanceOf(CallOutcome.Unknown.class);
        server.does(plesk);

        assertThat(shows(change)).isTrue();
        assertThat(carryOut(change, hosting(CALM))).isInstanceOf(CallOutcome.Done.class);
        assertThat(changes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whatHadNoEffectIsNotThereAndIsDoneWhenAskedAgain(Change change) {
        var before = now();
        server.does(request -> PleskDouble.isChange(request) ? new Behaviour.Drops() : plesk.apply(request));
        assertThat(carryOut(change, hosting(CALM))).isInstanceOf(CallOutcome.Unknown.class);
        server.does(plesk);
        assertThat(now()).isEqualTo(before);

        assertThat(carryOut(change, hosting(CALM))).isInstanceOf(CallOutcome.Done.class);
        assertThat(shows(change)).isTrue();
    }

    /** Unbanned in one jail and not in the other: Plesk's error is not the whole truth. */
    @Test
    void aBanOfWhichAPartWasLiftedIsForAPerson() {
        plesk.utilityRefuses = "Unable to unban the address";
        server.does(request -> {
            if (PleskDouble.isChange(request)) {
                plesk.bans.remove("195.251.255.66 recidive");
            }
            return plesk.apply(request);
        });

        assertThat(carryOut(Change.BAN, hosting(CALM))).isInstanceOf(CallOutcome.Unknown.class);
        assertThat(shows(Change.BAN)).isFalse();
    }

    @Test
    void aBanOfWhichNothingWasLiftedIsRefused() {
        plesk.utilityRefuses = "Unable to unban the address";

        assertThat(carryOut(Change.BAN, hosting(CALM))).isInstanceOf(CallOutcome.Refused.class);
    }
}
