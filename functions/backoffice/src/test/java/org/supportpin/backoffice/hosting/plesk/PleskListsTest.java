package org.supportpin.backoffice.hosting.plesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.billing.whmcs.WhmcsAccess;
import org.supportpin.backoffice.billing.whmcs.WhmcsServer;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Gap;

/** A customer's packages in Plesk. */
class PleskListsTest {

    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final CustomerId MARIA = new CustomerId("1001");

    private final PleskDouble plesk = PleskHostingTest.plesk();
    private final StubServer server = StubServer.start().does(plesk);
    private final WebHosting hosting = new PleskHosting(
            new PleskSettings(server.endpoint(), new SecretReference("/support-pin/plesk"), null, true),
            _ -> new Secret(PleskDouble.KEY),
            CALM);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPackageIsListedAsItIsFoundByItsId() {
        var found = hosting.find(new PackageId("170")).orElseThrow();

        assertThat(hosting.packages(MARIA).items())
                .containsExactly(new HostingPackage(
                        found.id(),
                        found.holder(),
                        found.mainDomain(),
                        found.furtherDomains(),
                        found.plan(),
                        found.php(),
                        found.mailboxes(),
                        Set.of(),
                        found.certificates()));
    }

    @Test
    void tenAreReadAtATime() {
        for (int i = 0; i < 24; i++) {
            plesk.others.put(String.valueOf(200 + i), "d" + i + ".gr");
        }

        var listed = hosting.packages(MARIA);

        assertThat(listed.items()).hasSize(25);
        assertThat(listed.missing()).isEmpty();
        assertThat(server.asked().stream().filter(each -> each.text().contains("<get_info>")))
                .hasSize(3);
    }

    @Test
    void moreThanAreShownAreAGap() {
        for (int i = 0; i < 250; i++) {
            plesk.others.put(String.valueOf(1000 + i), "d" + i + ".gr");
        }

        var listed = hosting.packages(MARIA);

        assertThat(listed.items()).hasSize(200);
        assertThat(listed.missing()).contains(Gap.MORE);
    }

    @Test
    void whoHasNoneHasNone() {
        assertThat(hosting.packages(new CustomerId("1002")).items()).isEmpty();
    }

    /** Its filter by owner is not relied on. */
    @Test
    void anotherCustomersPackageIsNotListed() {
        plesk.leaks = true;

        assertThat(hosting.packages(MARIA).items())
                .extracting(each -> each.id().value())
                .containsExactly("170");
        assertThat(hosting.packages(new CustomerId("1003")).items()).isEmpty();
    }

    @Test
    void whereWhmcsCreatesSubscriptionsTheOwnerIsTheClientsUuid() {
        var whmcs = new WhmcsServer(PleskDouble.KEY);
        plesk.externalId = WhmcsServer.uuid(1001);
        try (var billing = StubServer.start().does(whmcs::answer)) {
            var key = new SecretReference("/support-pin/plesk");
            var settings = new PleskSettings(
                    server.endpoint(), key, new WhmcsAccess(billing.endpoint(), key, key, null), true);
            var own = new PleskHosting(settings, _ -> new Secret(PleskDouble.KEY), CALM);

            assertThat(own.packages(MARIA).items()).hasSize(1);
            assertThat(own.packages(new CustomerId("1002")).items()).isEmpty();
            assertThat(own.packages(new CustomerId("1009")).items()).isEmpty();
        }
    }
}
