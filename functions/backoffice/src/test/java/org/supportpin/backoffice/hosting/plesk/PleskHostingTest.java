package org.supportpin.backoffice.hosting.plesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.billing.whmcs.WhmcsAccess;
import org.supportpin.backoffice.billing.whmcs.WhmcsServer;
import org.supportpin.backoffice.hosting.plesk.PleskDouble.Box;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.HostingRules;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpEdit.VersionEdit;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.testing.HostingContract;

/** The contract and what is particular to Plesk, against a double that knows only the documented operations. */
class PleskHostingTest extends HostingContract {

    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final PackageId PACKAGE = new PackageId("170");
    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");

    private final PleskDouble plesk = plesk();
    private final StubServer server = StubServer.start().does(plesk);

    static PleskDouble plesk() {
        return PleskDouble.filled();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected WebHosting hosting() {
        var settings = new PleskSettings(server.endpoint(), new SecretReference("/support-pin/plesk"), null, true);
        return new PleskHosting(settings, _ -> new Secret(PleskDouble.KEY), CALM);
    }

    @Override
    protected HostingPackage hostingPackage() {
        return sample(PACKAGE.value());
    }

    @Override
    protected PackageId unknown() {
        return new PackageId("171");
    }

    private static PhpEdit memory(String before, String after) {
        return new PhpEdit(PACKAGE, null, List.of(new SettingEdit(PhpSetting.MEMORY_LIMIT, before, after)));
    }

    private static PhpEdit version(String after) {
        return new PhpEdit(PACKAGE, new VersionEdit(new PhpVersion("8.3"), new PhpVersion(after)), List.of());
    }

    private List<Asked> changes() {
        return server.asked().stream().filter(PleskDouble::isChange).toList();
    }

    @Test
    void anEditIsOneOperationWithTheElementsInTheirOrder() {
        var edit = new PhpEdit(
                PACKAGE,
                new VersionEdit(new PhpVersion("8.3"), new PhpVersion("8.4")),
                List.of(
                        new SettingEdit(PhpSetting.MEMORY_LIMIT, "128M", "256M"),
                        new SettingEdit(PhpSetting.MAX_INPUT_VARS, null, "5000")));
        assertThat(hosting().applySettings(ID, edit)).isInstanceOf(CallOutcome.Done.class);

        assertThat(changes())
                .singleElement()
                .satisfies(asked -> assertThat(asked.text())
                        .isEqualTo(
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><packet version=\"1.6.9.1\"><webspace><set>"
                                        + "<filter><id>170</id></filter><values><hosting><vrt_hst><property><name>php_handler_id</name>"
                                        + "<value>plesk-php84-fpm</value></property></vrt_hst></hosting><php-settings>"
                                        + "<setting><name>memory_limit</name><value>256M</value></setting>"
                                        + "<setting><name>max_input_vars</name><value>5000</value></setting>"
                                        + "</php-settings></values></set></webspace></packet>"));
        assertThat(plesk.settings).containsEntry("open_basedir", "none");
    }

    /** A setting that the package did not have returns to the server's value. */
    @Test
    void aSettingWithoutAValueIsSentBlank() {
        var edit =
                new PhpEdit(PACKAGE, null, List.of(new SettingEdit(PhpSetting.DATE_TIMEZONE, "Europe/Athens", null)));

        assertThat(hosting().applySettings(ID, edit)).isInstanceOf(CallOutcome.Done.class);
        assertThat(plesk.settings).doesNotContainKey("date.timezone");
    }

    @Test
    void aVersionThatTheServerHasNotInTheSameWayIsNotOffered() {
        for (var version : List.of("8.1", "7.4", "9.0")) {
            assertThat(hosting().applySettings(ID, version(version)))
                    .isInstanceOfSatisfying(CallOutcome.Refused.class, refused -> {
                        assertThat(refused.refusal().rule()).isEqualTo(HostingRules.VERSION_NOT_OFFERED);
                        assertThat(refused.refusal().detail()).contains("8.2, 8.3, 8.4");
                    });
        }
        assertThat(changes()).isEmpty();
    }

    @Test
    void aRefusalThatChangedNothingHasPlesksMessage() {
        plesk.refuses = "PHP setting memory_limit is\nrestricted; ask admin@hoster.gr <b>";

        assertThat(hosting().applySettings(ID, memory("128M", "256M")))
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().detail())
                                .isEqualTo("PHP setting memory_limit is restricted; ask ••• <b>"));
    }

    /** Plesk reports an error, but the whole change shows, or a part of it, which is neither done nor absent. */
    @Test
    void whatShowsCountsAndNotWhatPleskSays() {
        var half = new PhpEdit(
                PACKAGE,
                new VersionEdit(new PhpVersion("8.3"), new PhpVersion("8.4")),
                List.of(new SettingEdit(PhpSetting.MEMORY_LIMIT, "128M", "256M")));
        plesk.refuses = "Operation failed.";
        server.does(request -> {
            if (PleskDouble.isChange(request)) {
                plesk.settings.put("memory_limit", "256M");
            }
            return plesk.apply(request);
        });

        assertThat(hosting().applySettings(ID, half)).isInstanceOf(CallOutcome.Unknown.class);
        plesk.settings.put("memory_limit", "128M");
        assertThat(hosting().applySettings(ID, memory("128M", "256M"))).isInstanceOf(CallOutcome.Done.class);
    }

    @Test
    void aYesThatDoesNotShowIsUnknown() {
        server.does(request -> {
            var was = Map.copyOf(plesk.settings);
            var answer = plesk.apply(request);
            plesk.settings.putAll(was);
            return answer;
        });

        assertThat(hosting().applySettings(ID, memory("128M", "256M"))).isInstanceOf(CallOutcome.Unknown.class);
    }

    static Stream<Fix> notServed() {
        return Stream.of(
                new Fix.RestartPhp(),
                new Fix.ClearCache(),
                new Fix.RepairPermissions(),
                new Fix.ReissueCertificate(null));
    }

    @ParameterizedTest
    @MethodSource("notServed")
    void aFixThatPleskHasNotForOnePackageIsRefusedAndNothingIsCalled(Fix fix) {
        assertThat(hosting().applyFix(ID, PACKAGE, fix)).isInstanceOf(CallOutcome.Refused.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void utilitiesGetOneArgumentForEachValue() throws Exception {
        var info = EmailAddress.parse("info@papadopoulou.gr").orThrow();
        assertThat(hosting().applyFix(ID, PACKAGE, new Fix.UnbanAddress(new IpAddress("195.251.255.66"))))
                .isInstanceOf(CallOutcome.Done.class);
        assertThat(hosting().applyFix(ID, PACKAGE, new Fix.RaiseMailboxQuota(info, 2048)))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(changes())
                .extracting(Asked::path)
                .containsExactly("/api/v2/cli/ip_ban/call", "/api/v2/cli/mail/call");
        assertThat(JsonText.read(changes().get(0).body().bytes()))
                .isEqualTo(JsonText.readOwn(
                        "{\"params\":[\"--unban\",\"195.251.255.66,plesk-panel;195.251.255.66,recidive\"]}"));
        assertThat(JsonText.read(changes().get(1).body().bytes()))
                .isEqualTo(JsonText.readOwn(
                        "{\"params\":[\"--update\",\"info@papadopoulou.gr\",\"-mbox_quota\",\"2048M\"]}"));
    }

    @Test
    void aUtilityThatSaysNoAndChangedNothingIsRefusedInItsWords() {
        plesk.utilityRefuses = "Unable to update info@papadopoulou.gr: limit reached\n";
        var info = EmailAddress.parse("info@papadopoulou.gr").orThrow();

        assertThat(hosting().applyFix(ID, PACKAGE, new Fix.RaiseMailboxQuota(info, 2048)))
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().detail())
                                .contains("limit reached")
                                .doesNotContain("info@"));
    }

    @Test
    void unbanningAnAddressThatIsNotBannedMakesNoCall() {
        assertThat(hosting().applyFix(ID, PACKAGE, new Fix.UnbanAddress(new IpAddress("195.251.1.1"))))
                .isInstanceOf(CallOutcome.Done.class);
        assertThat(changes()).isEmpty();
    }

    /** Security.md, row 18: Plesk's utility would read it as an option. */
    @Test
    void anAddressThatLooksLikeAnOptionIsNoMailbox() {
        plesk.boxes.put("170", new ArrayList<>(List.of(new Box("--remove", 1 << 20, 0))));
        var option = EmailAddress.parse("--remove@papadopoulou.gr").orThrow();

        assertThat(hosting().applyFix(ID, PACKAGE, new Fix.RaiseMailboxQuota(option, 2048)))
                .isInstanceOf(CallOutcome.Refused.class);
        assertThat(changes()).isEmpty();
    }

    @Test
    void aQuotaOfItsOwnOrElseTheSubscriptionsAndNoneIsNoLimit() {
        plesk.mailboxQuota = -1;
        plesk.boxes.put("170", new ArrayList<>(List.of(new Box("a", -1, 0), new Box("b", 1 << 20, 5))));
        var found = hosting().find(PACKAGE).orElseThrow();

        assertThat(found.plan().mailboxQuotaMb()).isEqualTo(Integer.MAX_VALUE);
        assertThat(found.mailboxes()).extracting(Mailbox::quotaMb).startsWith(Integer.MAX_VALUE, 1);
    }

    @Test
    void aSubscriptionWithoutACustomerOfThePanelIsNoPackage() {
        plesk.externalId = "";

        assertThat(hosting().find(PACKAGE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "pkg-1", "12345678901", "1.5", "1-1"})
    void anIdThatIsNotANumberIsNoPackageAndIsNotLookedUp(String id) {
        assertThat(hosting().find(new PackageId(id))).isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aPackageWithUnknownPhpIsUnavailable() {
        plesk.handler = "module";

        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> hosting().find(PACKAGE));
    }

    /** A response with entities or a document type does not count as an answer. */
    @Test
    void anAnswerWithADocumentTypeIsRejected() {
        server.does(_ -> Behaviour.says(
                200,
                "<!DOCTYPE packet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><packet><webspace><get><result>"
                        + "<status>ok</status><id>&x;</id></result></get></webspace></packet>"));

        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> hosting().find(PACKAGE));
    }

    @Test
    void withoutFail2banNothingIsBannedAndNoCallIsMade() {
        var settings = new PleskSettings(server.endpoint(), new SecretReference("/support-pin/plesk"), null, false);
        var hosting = new PleskHosting(settings, _ -> new Secret(PleskDouble.KEY), CALM);

        assertThat(hosting.find(PACKAGE).orElseThrow().banned()).isEmpty();
        assertThat(server.asked()).noneMatch(asked -> asked.path().startsWith("/api"));
    }

    /** WHMCS's Plesk module writes the client's UUID where others write the customer's id. */
    @Nested
    class SoldByWhmcs {

        private final WhmcsServer whmcs = new WhmcsServer("secret");
        private final StubServer billing = StubServer.start().does(whmcs::answer);

        @AfterEach
        void stop() {
            billing.close();
            assertThat(whmcs.faults()).isEmpty();
        }

        private Optional<CustomerId> holder() {
            var reference = new SecretReference("/support-pin/whmcs");
            var settings = new PleskSettings(
                    server.endpoint(),
                    new SecretReference("/support-pin/plesk"),
                    new WhmcsAccess(billing.endpoint(), reference, reference, null),
                    true);
            var hosting = new PleskHosting(
                    settings, each -> new Secret(each.equals(reference) ? "secret" : PleskDouble.KEY), CALM);
            return hosting.find(PACKAGE).map(HostingPackage::holder);
        }

        private String domain() {
            return hosting().find(PACKAGE).orElseThrow().mainDomain().ascii();
        }

        @Test
        void aPackageIsTheClientsWithThatUuid() {
            whmcs.addService(1002, domain());
            whmcs.addService(1001, domain());
            plesk.externalId = WhmcsServer.uuid(1001);

            assertThat(holder()).contains(new CustomerId("1001"));
        }

        /** A service for the domain alone makes nobody the package's customer, nor does a UUID alone. */
        @Test
        void aPackageIsNobodysWhereTheUuidIsAnothers() {
            whmcs.addService(1002, domain());
            whmcs.addService(1001, "another.gr");
            plesk.externalId = WhmcsServer.uuid(1001);

            assertThat(holder()).isEmpty();
        }

        /** With this setting a plain customer id is no UUID of anybody. */
        @ParameterizedTest
        @ValueSource(strings = {"1001", ""})
        void aPackageIsNobodysWithoutAUuid(String externalId) {
            whmcs.addService(1001, domain());
            plesk.externalId = externalId;

            assertThat(holder()).isEmpty();
        }

        @Test
        void aPackageIsUnavailableWhileWhmcsIs() {
            plesk.externalId = WhmcsServer.uuid(1001);
            billing.does(_ -> Behaviour.says(500, ""));

            assertThatExceptionOfType(BackOfficeUnavailable.class).isThrownBy(this::holder);
        }
    }

    /** Nothing found is no fault, however Plesk says it (plesk/api-php-lib#55 and #188). */
    @ParameterizedTest
    @EnumSource(PleskDouble.Nothing.class)
    void aSubscriptionWithOneSiteAndNoMailIsAPackage(PleskDouble.Nothing nothing) {
        plesk.nothing = nothing;
        plesk.sites.clear();
        plesk.boxes.clear();
        var found = hosting().find(PACKAGE).orElseThrow();

        assertThat(found.furtherDomains()).isEmpty();
        assertThat(found.mailboxes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"webspace/get,EMPTY", "webspace/get,FILTER_ID", "customer/get,EMPTY", "customer/get,FILTER_ID"})
    void aPackageOfWhichPleskFindsNothingIsNotThere(String operation, PleskDouble.Nothing nothing) {
        plesk.findingNothing.add(operation);
        plesk.nothing = nothing;

        assertThat(hosting().find(PACKAGE)).isEmpty();
    }
}
