package org.supportpin.backoffice.hosting.plesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.testing.FailuresContract;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;

class PleskFailuresTest extends FailuresContract {

    private static final PackageId PACKAGE = new PackageId("170");
    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");

    private final PleskDouble plesk = PleskHostingTest.plesk();

    private static PleskHosting hosting(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        return new PleskHosting(new PleskSettings(endpoint, REFERENCE, null, true), secrets, patience);
    }

    private static PhpEdit memory(String after) {
        return new PhpEdit(PACKAGE, null, List.of(new SettingEdit(PhpSetting.MEMORY_LIMIT, "128M", after)));
    }

    @Override
    protected Operations operations(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        var hosting = hosting(endpoint, secrets, patience);
        var unban = new Fix.UnbanAddress(new IpAddress("195.251.255.66"));
        var raise = new Fix.RaiseMailboxQuota(
                EmailAddress.parse("info@papadopoulou.gr").orThrow(), 2048);
        return new Operations(
                Map.of(
                        "find", () -> hosting.find(PACKAGE),
                        "packages", () -> hosting.packages(new CustomerId("1001"))),
                Map.of(
                        "applySettings", () -> hosting.applySettings(ID, memory("256M")),
                        "unban", () -> hosting.applyFix(ID, PACKAGE, unban),
                        "raise", () -> hosting.applyFix(ID, PACKAGE, raise)));
    }

    @Override
    protected synchronized Behaviour well(Asked request) {
        return plesk.apply(request);
    }

    @Override
    protected boolean isChange(Asked request) {
        return PleskDouble.isChange(request);
    }

    @Override
    protected Behaviour unknownCaller() {
        return new Behaviour.Says(200, Map.of(), PleskDouble.system("1001", "Authentication failed - wrong password."));
    }

    private static Behaviour xml(String text) {
        return Behaviour.says(200, text);
    }

    @Override
    protected List<Behaviour> nonsense() {
        return List.of(
                xml("<packet/>"),
                xml("<other><webspace><get><result><status>ok</status></result></get></webspace></other>"),
                xml("<packet><webspace><set/></webspace></packet>"),
                xml("<packet><webspace><get><result><status>perhaps</status></result></get>"
                        + "<set><result><status>perhaps</status></result></set></webspace></packet>"),
                xml(
                        "<packet><webspace><get><result><status>ok</status><id>170</id></result></get></webspace></packet>"),
                xml("{\"code\":\"0\",\"stdout\":\"\",\"stderr\":\"\"}"),
                Behaviour.says(302, ""));
    }

    /** The key is accepted for reading and rejected for the change, which certainly was not carried out. */
    @Test
    void aChangeThatPleskDoesNotLetInIsNotDone() {
        server.does(request -> isChange(request) ? Behaviour.says(403, "") : well(request));
        operations(server.endpoint(), SECRETS, CALM)
                .changing()
                .values()
                .forEach(call -> assertThat(call.get()).isInstanceOf(CallOutcome.NotDone.class));
    }

    /** Plesk's checks come before anything is carried out, and are reported in {@code system}. */
    @Test
    void aPacketThatDoesNotPassPlesksChecksIsNotDone() {
        server.does(request -> isChange(request)
                ? new Behaviour.Says(200, Map.of(), PleskDouble.system("1006", "Permission denied."))
                : well(request));

        assertThat(hosting(server.endpoint(), SECRETS, CALM).applySettings(ID, memory("256M")))
                .isInstanceOf(CallOutcome.NotDone.class);
    }

    /** Security.md, row 18: values that were in the package before and are restored stay text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</value></setting></php-settings></values></set><del><filter/></del>",
                "&lt;&amp;&x;",
                "\"'><!--",
                "<![CDATA[x]]>",
                "α\u00a0\nβ"
            })
    void hostileTextStaysOneValue(String value) {
        server.does(this::well);
        plesk.settings.put("date.timezone", "UTC");
        var edit = new PhpEdit(PACKAGE, null, List.of(new SettingEdit(PhpSetting.DATE_TIMEZONE, "UTC", value)));

        assertThat(hosting(server.endpoint(), SECRETS, CALM).applySettings(ID, edit))
                .isNotInstanceOf(CallOutcome.NotDone.class);
        assertThat(plesk.settings).containsEntry("date.timezone", value);
    }

    /** What XML cannot represent, or would alter, is not sent. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\r\nb", "a\u0008b", "a\ud800b"})
    void whatXmlCannotHoldIsNotSent(String value) {
        server.does(this::well);
        plesk.settings.put("date.timezone", "UTC");
        var edit = new PhpEdit(PACKAGE, null, List.of(new SettingEdit(PhpSetting.DATE_TIMEZONE, "UTC", value)));

        assertThat(hosting(server.endpoint(), SECRETS, CALM).applySettings(ID, edit))
                .isInstanceOf(CallOutcome.NotDone.class);
        assertThat(server.asked()).noneMatch(this::isChange);
    }
}
