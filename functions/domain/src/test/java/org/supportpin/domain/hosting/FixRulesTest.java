package org.supportpin.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.hosting.Packages.MAIN;
import static org.supportpin.domain.hosting.Packages.mail;
import static org.supportpin.domain.hosting.Packages.usual;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Fix.RaiseMailboxQuota;
import org.supportpin.domain.hosting.Fix.ReissueCertificate;
import org.supportpin.domain.hosting.Fix.UnbanAddress;
import org.supportpin.domain.name.DomainName;

class FixRulesTest {

    @Test
    void whatNeedsNoArgumentsIsAlwaysPossible() {
        assertThat(decide(new Fix.RestartPhp())).isEqualTo(accepted(new Fix.RestartPhp(), new FixState.Untold()));
        assertThat(decide(new Fix.ClearCache())).isEqualTo(accepted(new Fix.ClearCache(), new FixState.Untold()));
        assertThat(decide(new Fix.RepairPermissions()))
                .isEqualTo(accepted(new Fix.RepairPermissions(), new FixState.Untold()));
    }

    @Test
    void aCertificateIsOfOneOfThePackagesDomains() {
        var nea = new DomainName("nea.gr");

        assertThat(decide(new ReissueCertificate(MAIN)))
                .isEqualTo(accepted(new ReissueCertificate(MAIN), new FixState.Certified(Packages.VALID_UNTIL)));
        assertThat(decide(new ReissueCertificate(nea)))
                .isEqualTo(accepted(new ReissueCertificate(nea), new FixState.Certified(null)));
        assertThat(rule(new ReissueCertificate(new DomainName("allo.gr")))).isEqualTo("domain-not-in-package");
        assertThat(rule(new ReissueCertificate(new DomainName("www.papadopoulou.gr"))))
                .isEqualTo("domain-not-in-package");
    }

    @Test
    void withoutADomainItIsTheMainOne() {
        assertThat(decide(new ReissueCertificate(null))).isEqualTo(decide(new ReissueCertificate(MAIN)));
    }

    @Test
    void onlyAnAddressThatIsBannedIsLetIn() {
        var banned = new UnbanAddress(new IpAddress("195.251.255.66"));

        assertThat(decide(banned)).isEqualTo(accepted(banned, new FixState.Ban(true)));
        assertThat(decide(new UnbanAddress(
                        IpAddress.parse("::ffff:195.251.255.66").orThrow())))
                .isEqualTo(accepted(banned, new FixState.Ban(true)));
        assertThat(rule(new UnbanAddress(new IpAddress("195.251.255.67")))).isEqualTo("address-not-banned");
    }

    /** The mailbox has 1024 MB; the plan allows 4096 MB. */
    @ParameterizedTest
    @CsvSource({
        "1, quota-not-raised",
        "1023, quota-not-raised",
        "1024, quota-not-raised",
        "1025, accepted",
        "4096, accepted",
        "4097, mailbox-over-plan",
    })
    void aQuotaOnlyGrowsAndNeverBeyondThePlan(int quota, String expected) {
        assertThat(rule(new RaiseMailboxQuota(mail("info@papadopoulou.gr"), quota)))
                .isEqualTo(expected);
    }

    @Test
    void aMailboxIsFoundInAnyCaseAndNamedAsItIs() {
        assertThat(decide(new RaiseMailboxQuota(mail("Info@Papadopoulou.GR"), 2048)))
                .isEqualTo(
                        accepted(new RaiseMailboxQuota(mail("info@papadopoulou.gr"), 2048), new FixState.Quota(1024)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf@papadopoulou.gr", "info@nea.gr", "info@allo.gr"})
    void anotherMailboxIsNotFound(String address) {
        assertThat(rule(new RaiseMailboxQuota(mail(address), 2048))).isEqualTo("mailbox-not-found");
        assertThat(rule(new RaiseMailboxQuota(mail(address), 9999))).isEqualTo("mailbox-not-found");
    }

    @Test
    void noAddressPrintsItself() {
        assertThat(new UnbanAddress(new IpAddress("195.251.255.66"))).hasToString("UnbanAddress[195.251.•••]");
        assertThat(new UnbanAddress(new IpAddress("2a02:587::66"))).hasToString("UnbanAddress[2a02:587:•••]");
        assertThat(new UnbanAddress(new IpAddress("::1"))).hasToString("UnbanAddress[::•••]");
        assertThat(new RaiseMailboxQuota(mail("info@papadopoulou.gr"), 2048).toString())
                .doesNotContain("info", "papadopoulou");
        assertThat(usual().toString()).doesNotContain("info", "195.251");
    }

    private static Verdict<FixPlan> decide(Fix fix) {
        return FixRules.decide(usual(), fix);
    }

    private static Verdict<FixPlan> accepted(Fix fix, FixState before) {
        return Verdict.accepted(new FixPlan(Packages.MAIN, fix, before));
    }

    private static String rule(Fix fix) {
        return decide(fix) instanceof Verdict.Refused<FixPlan>(var refusal) ? refusal.rule() : "accepted";
    }
}
