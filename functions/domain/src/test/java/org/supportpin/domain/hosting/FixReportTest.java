package org.supportpin.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

class FixReportTest {

    @Test
    void theCustomerIsShownNoAddressInClear() {
        var raise = new Fix.RaiseMailboxQuota(
                EmailAddress.parse("info@papadopoulou.gr").orThrow(), 2048);
        assertThat(change(raise, new FixState.Quota(1024), new FixState.Quota(2048)))
                .isEqualTo(new Difference("papadopoulou.gr raise-mailbox-quota i•••@p•••.gr", "1024 MB", "2048 MB"));

        var unban = new Fix.UnbanAddress(new IpAddress("195.251.255.66"));
        assertThat(change(unban, new FixState.Ban(true), new FixState.Ban(false)))
                .isEqualTo(new Difference("papadopoulou.gr unban-address 195.251.•••", "banned", "not banned"));
    }

    @Test
    void aNewCertificatesEndIsANote() {
        var before = new FixState.Certified(Instant.parse("2026-12-01T00:00:00Z"));
        var after = new FixState.Certified(Instant.parse("2027-02-20T00:00:00Z"));

        assertThat(change(new Fix.ReissueCertificate(new DomainName("nea.gr")), before, after))
                .isEqualTo(new Difference(
                        "papadopoulou.gr reissue-certificate nea.gr",
                        "valid until 2026-12-01T00:00:00Z",
                        "reissued",
                        "valid until 2027-02-20T00:00:00Z"));
    }

    @Test
    void whereNothingShowsItIsShownAsDone() {
        assertThat(change(new Fix.ClearCache(), new FixState.Untold(), new FixState.Untold()))
                .isEqualTo(new Difference("papadopoulou.gr clear-cache", null, "done"));
    }

    private static Difference change(Fix fix, FixState before, FixState after) {
        return new FixReport(new PackageId("pkg-1"), new DomainName("papadopoulou.gr"), fix, before, after).change();
    }
}
