package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.functions.action.ActionJsonChecks.assertReadBack;
import static org.supportpin.functions.action.MicroFixJson.JSON;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.ApplyMicroFix;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.FixPlan;
import org.supportpin.domain.hosting.FixReport;
import org.supportpin.domain.hosting.FixState;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

class MicroFixJsonTest {

    private static final PackageId ID = new PackageId("pkg-1");
    private static final Instant SOON = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2027-02-20T00:00:00Z");
    private static final DomainName NEA = new DomainName("nea.gr");
    private static final Fix UNBAN = new Fix.UnbanAddress(new IpAddress("195.251.255.66"));
    private static final Fix RAISE =
            new Fix.RaiseMailboxQuota(EmailAddress.parse("info@papadopoulou.gr").orThrow(), 2048);

    /** Each fix as requested, without packageId and note. */
    @ParameterizedTest
    @MethodSource("requests")
    void eachFixIsReadWithItsArguments(String text, Fix expected) {
        assertThat(read("{'packageId': 'pkg-1', 'note': ' Ζητήθηκε ', " + text + "}"))
                .isEqualTo(Checked.valid(new ApplyMicroFix(ID, expected, "Ζητήθηκε")));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                        new Object[] {"'fix': 'restart-php'", new Fix.RestartPhp()},
                        new Object[] {"'fix': 'restart-php', 'arguments': {}", new Fix.RestartPhp()},
                        new Object[] {"'fix': 'clear-cache'", new Fix.ClearCache()},
                        new Object[] {"'fix': 'repair-permissions'", new Fix.RepairPermissions()},
                        new Object[] {"'fix': 'reissue-certificate'", new Fix.ReissueCertificate(null)},
                        new Object[] {"'fix': 'reissue-certificate', 'arguments': {}", new Fix.ReissueCertificate(null)
                        },
                        new Object[] {
                            "'fix': 'reissue-certificate', 'arguments': {'domain': 'Nea.GR'}",
                            new Fix.ReissueCertificate(NEA)
                        },
                        new Object[] {"'fix': 'unban-address', 'arguments': {'address': '195.251.255.66'}", UNBAN},
                        new Object[] {
                            "'fix': 'unban-address', 'arguments': {'address': '2A02:587:0::66'}",
                            new Fix.UnbanAddress(new IpAddress("2a02:587::66"))
                        },
                        new Object[] {
                            "'fix': 'raise-mailbox-quota', 'arguments': {'mailbox': 'info@papadopoulou.gr', 'quotaMb': 2048}",
                            RAISE
                        })
                .map(Arguments::of);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                        | /packageId,/note,/fix
            {'packageId': 1, 'note': '', 'fix': 'rm -rf'}             | /packageId,/note,/fix
            {'packageId': 1, 'note': 'n', 'fix': 'x', 'arguments': 5} | /packageId,/fix,/arguments
            {'packageId': 'p', 'note': 'n', 'fix': 'Restart-PHP'}     | /fix
            {'packageId': 'p', 'note': 'n', 'fix': 'restart-php', 'arguments': {'force': true}} | /arguments/force
            {'packageId': 'p', 'note': 'n', 'fix': 'clear-cache', 'arguments': null} | /arguments
            {'packageId': 'p', 'note': 'n', 'fix': 'repair-permissions', 'arguments': {'path': '/'}} | /arguments/path
            {'packageId': 'p', 'note': 'n', 'fix': 'reissue-certificate', 'arguments': {'domain': 'nea'}} | /arguments/domain
            {'packageId': 'p', 'note': 'n', 'fix': 'reissue-certificate', 'arguments': {'domain': '$(id).gr'}} | /arguments/domain
            {'packageId': 'p', 'note': 'n', 'fix': 'unban-address'}   | /arguments
            {'packageId': 'p', 'note': 'n', 'fix': 'unban-address', 'arguments': {}} | /arguments/address
            {'packageId': 'p', 'note': 'n', 'fix': 'unban-address', 'arguments': {'address': '195.251.255.066'}} | /arguments/address
            {'packageId': 'p', 'note': 'n', 'fix': 'unban-address', 'arguments': {'address': '195.251.255.66; id'}} | /arguments/address
            {'packageId': 'p', 'note': 'n', 'fix': 'unban-address', 'arguments': {'address': '195.251.255.0/24'}} | /arguments/address
            {'packageId': 'p', 'note': 'n', 'fix': 'unban-address', 'arguments': {'address': 'fe80::1%eth0'}} | /arguments/address
            {'packageId': 'p', 'note': 'n', 'fix': 'unban-address', 'arguments': {'address': '195.251.255.66', 'all': true}} | /arguments/all
            {'packageId': 'p', 'note': 'n', 'fix': 'raise-mailbox-quota'} | /arguments
            {'packageId': 'p', 'note': 'n', 'fix': 'raise-mailbox-quota', 'arguments': {}} | /arguments/mailbox,/arguments/quotaMb
            {'packageId': 'p', 'note': 'n', 'fix': 'raise-mailbox-quota', 'arguments': {'mailbox': 'info', 'quotaMb': 0}} | /arguments/mailbox,/arguments/quotaMb
            {'packageId': 'p', 'note': 'n', 'fix': 'raise-mailbox-quota', 'arguments': {'mailbox': 'a@b.gr', 'quotaMb': '9'}} | /arguments/quotaMb
            {'packageId': 'p', 'note': 'n', 'fix': 'raise-mailbox-quota', 'arguments': {'mailbox': 'a@b.gr', 'quotaMb': 1048577}} | /arguments/quotaMb
            {'packageId': 'p', 'note': 5, 'fix': 'restart-php'}       | /note
            {'packageId': 'p', 'note': 'two\\nlines', 'fix': 'restart-php'} | /note
            {'packageId': 'p', 'note': 'n', 'fix': 'restart-php', 'shell': 'x'} | /shell
            """)
    void eachFaultIsAtItsPlace(String text, String expected) {
        assertThat(pointers(text)).containsExactlyInAnyOrder(expected.split(","));
    }

    @Test
    void aPlanComesBackAsItWas() {
        for (var plan : List.of(
                new FixPlan(NEA, new Fix.RestartPhp(), new FixState.Untold()),
                new FixPlan(NEA, new Fix.ReissueCertificate(NEA), new FixState.Certified(null)),
                new FixPlan(NEA, new Fix.ReissueCertificate(NEA), new FixState.Certified(SOON)),
                new FixPlan(NEA, UNBAN, new FixState.Ban(true)),
                new FixPlan(NEA, RAISE, new FixState.Quota(1024)))) {
            assertReadBack(JSON, plan);
        }
    }

    @Test
    void theResultShowsBeforeAndAfterIfKnown() {
        assertThat(JSON.result().apply(report(RAISE, new FixState.Quota(1024), new FixState.Quota(2048))))
                .isEqualTo(json("{'packageId': 'pkg-1', 'fix': 'raise-mailbox-quota', 'before': {'quotaMb': 1024},"
                        + " 'after': {'quotaMb': 2048}}"));
        assertThat(JSON.result().apply(report(UNBAN, new FixState.Ban(true), new FixState.Ban(false))))
                .isEqualTo(json("{'packageId': 'pkg-1', 'fix': 'unban-address', 'before': {'banned': true},"
                        + " 'after': {'banned': false}}"));
        assertThat(JSON.result()
                        .apply(report(
                                new Fix.ReissueCertificate(NEA),
                                new FixState.Certified(null),
                                new FixState.Certified(LATER))))
                .isEqualTo(json("{'packageId': 'pkg-1', 'fix': 'reissue-certificate', 'before': {'validUntil': null},"
                        + " 'after': {'validUntil': '2027-02-20T00:00:00Z'}}"));
        assertThat(JSON.result().apply(report(new Fix.RestartPhp(), new FixState.Untold(), new FixState.Untold())))
                .isEqualTo(json("{'packageId': 'pkg-1', 'fix': 'restart-php'}"));
    }

    private static FixReport report(Fix fix, FixState before, FixState after) {
        return new FixReport(ID, NEA, fix, before, after);
    }

    private static Checked<ApplyMicroFix> read(String text) {
        return JSON.parameters().from(json(text));
    }

    private static List<String> pointers(String text) {
        return switch (read(text)) {
            case Valid<ApplyMicroFix> _ -> List.of("valid");
            case Faulty<ApplyMicroFix>(var faults) ->
                faults.stream().map(Fault::pointer).toList();
        };
    }

    private static Json json(String text) {
        return JsonText.readOwn(text.replace('\'', '"'));
    }
}
