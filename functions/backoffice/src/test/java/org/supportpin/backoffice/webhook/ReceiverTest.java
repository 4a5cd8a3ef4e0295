package org.supportpin.backoffice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.DnsZonesContract;

/** End to end with a receiver in another language, which checks signatures by the specification. */
class ReceiverTest extends DnsZonesContract {

    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_" + "QUJD".repeat(8);
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    private static PythonReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = PythonReceiver.start(OLD);
    }

    @AfterAll
    static void stop() {
        if (receiver != null) {
            receiver.close();
        }
    }

    private static Webhook webhook(Clock clock, String... secrets) {
        var held = new HashMap<SecretReference, Secret>();
        for (var secret : secrets) {
            held.put(new SecretReference("/support-pin/" + held.size()), new Secret(secret));
        }
        var settings = new WebhookSettings(
                receiver.endpoint(),
                held.keySet().stream()
                        .sorted(java.util.Comparator.comparing(SecretReference::name))
                        .toList());
        return new Webhook(settings, reference -> Objects.requireNonNull(held.get(reference)), clock, CALM);
    }

    @Override
    protected DnsZones serving(Zone zone) {
        receiver.seed("zones", zone.name().ascii(), DnsJson.ZONE.write(zone));
        return webhook(Clock.systemUTC(), OLD).dnsZones();
    }

    @Override
    protected List<String> answers(DnsName name, RecordType type) {
        return now().find(new RecordSet.Key(name, type)).map(RecordSet::records).orElse(List.of());
    }

    private static ActionId action() {
        return new ActionId(UUID.randomUUID().toString().replace("-", "").substring(0, 24));
    }

    private static Mail mail(String purpose) {
        return new Mail(EmailAddress.parse("maria@example.gr").orThrow(), purpose, "Θέμα", "Γεια σας,\n<&\"'>\n");
    }

    @Test
    void recordsOutsideTheZoneAreLeftOut() {
        var glue =
                new RecordSet(new DnsName("ns1.elsewhere.gr"), RecordType.inZone("A"), 3600, List.of("185.4.132.99"));
        var elsewhere = new Zone(new DomainName("elsewhere.gr"), now().holder(), List.of(glue));
        var told = Json.object();
        DnsJson.ZONE.write(now()).members().forEach(told::put);
        told.put("recordSets", DnsJson.ZONE.write(elsewhere).get("recordSets").orElseThrow());
        receiver.seed("zones", name().ascii(), told.build());

        assertThat(now().recordSets()).isEmpty();
    }

    /** A repeated call has the same id and is not done again; another call of the same action has another. */
    @Test
    void anActionIsDoneOnce() {
        var id = action();
        MailSender mail = webhook(Clock.systemUTC(), OLD).mailSender();
        assertThat(mail.find(MailId.of(id), mail("a"))).isInstanceOf(CallOutcome.NotDone.class);
        for (var purpose : List.of("a", "a", "b")) {
            assertThat(mail.send(MailId.of(id), mail(purpose))).isInstanceOf(CallOutcome.Done.class);
        }

        var ids = receiver.seen("mail.send").stream()
                .filter(each -> each.startsWith(id.value()))
                .toList();
        assertThat(ids).hasSize(3).satisfies(it -> assertThat(it.get(0)).isEqualTo(it.get(1)));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
        assertThat(mail.find(MailId.of(id), mail("b"))).isInstanceOf(CallOutcome.Done.class);
    }

    @Test
    void whatReadsIsNeverTakenForAReplay() {
        var zones = webhook(Clock.systemUTC(), OLD).dnsZones();
        assertThat(zones.zone(new DomainName("none.gr"))).isEmpty();
        assertThat(zones.zone(new DomainName("none.gr"))).isEmpty();

        assertThat(receiver.seen("dns.zone")).doesNotHaveDuplicates();
    }

    /** Keys are rotated without losing a call: both sign, whichever the receiver knows. */
    @Test
    void whileKeysAreExchangedBothAreTaken() {
        for (var secrets : List.of(new String[] {OLD, NEW}, new String[] {NEW, OLD})) {
            assertThat(webhook(Clock.systemUTC(), secrets).mailSender().send(MailId.of(action()), mail("a")))
                    .as(Arrays.toString(secrets))
                    .isInstanceOf(CallOutcome.Done.class);
        }
    }

    @Test
    void aKeyThatTheReceiverDoesNotKnowDoesNothing() {
        var stranger = webhook(Clock.systemUTC(), NEW);

        assertThat(stranger.mailSender().send(MailId.of(action()), mail("a"))).isInstanceOf(CallOutcome.NotDone.class);
        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> stranger.dnsZones().zone(new DomainName("none.gr")));
    }

    @ParameterizedTest
    @ValueSource(longs = {-302, 302, -86400})
    void aTimeStampFiveMinutesOffDoesNothing(long seconds) {
        var off = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));

        assertThat(webhook(off, OLD).mailSender().send(MailId.of(action()), mail("a")))
                .isInstanceOf(CallOutcome.NotDone.class);
    }

    /** Row 20: wrong, altered and missing signatures. */
    @Test
    void whatIsForgedIsRefused() {
        var body = Content.of("{\"type\":\"mail.find\",\"data\":{\"actionId\":\"a\",\"purpose\":\"b\"}}");
        var now = Instant.now(Clock.systemUTC());
        var good = Signature.of("one", now, body, List.of(new Secret(OLD)));
        var headers = Map.of(
                "webhook-id",
                "one",
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                good);
        assertThat(status(headers, body)).isEqualTo(200);
        // The same request again is a replay.
        assertThat(status(headers, body)).isEqualTo(409);

        for (var name : headers.keySet()) {
            var without = new HashMap<>(headers);
            without.remove(name);
            assertThat(status(without, body)).as("without " + name).isEqualTo(401);
        }
        assertThat(status(with(headers, "webhook-id", "two"), body)).isEqualTo(401);
        assertThat(status(with(headers, "webhook-timestamp", Long.toString(now.getEpochSecond() + 1)), body))
                .isEqualTo(401);
        assertThat(status(with(headers, "webhook-signature", "v1," + "A".repeat(43) + "="), body))
                .isEqualTo(401);
        assertThat(status(headers, Content.of("{}"))).isEqualTo(401);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    private static int status(Map<String, String> headers, Content body) {
        return receiver.post("/hooks", headers, body).statusCode();
    }
}
