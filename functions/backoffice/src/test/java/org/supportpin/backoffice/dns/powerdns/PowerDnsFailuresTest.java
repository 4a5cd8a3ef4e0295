package org.supportpin.backoffice.dns.powerdns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.testing.FailuresContract;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.RawChange;
import org.supportpin.domain.dns.ZoneChanges;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

class PowerDnsFailuresTest extends FailuresContract {

    private static final DomainName NAME = new DomainName("example.gr");
    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final String EMPTY =
            "{\"name\":\"example.gr.\",\"account\":\"4711\",\"kind\":\"Native\",\"rrsets\":[]}";

    /** As EMPTY, with the edit applied. */
    private static String with(String value) {
        return EMPTY.replace(
                "[]",
                "[{\"name\":\"t.example.gr.\",\"type\":\"TXT\",\"ttl\":60,\"records\":[{\"content\":%s,\"disabled\":false}],\"comments\":[]}]"
                        .formatted(JsonText.write(org.supportpin.backoffice.json.Json.of(value))));
    }

    private static ZoneEdit edit(String value) {
        var zone = Objects.requireNonNull(
                ServedZone.READ.from(JsonText.readOwn(EMPTY)).orThrow().zone());
        var changes = ZoneChanges.parse(NAME, List.of(new RawChange("upsert", "t", "TXT", 60, List.of(value))));
        return ((Verdict.Accepted<ZoneEdit>) ZoneRules.decide(zone, changes.orThrow())).value();
    }

    private static PowerDnsZones zones(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        return new PowerDnsZones(new PowerDnsSettings(endpoint, "localhost", REFERENCE), secrets, patience);
    }

    @Override
    protected Operations operations(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        var zones = zones(endpoint, secrets, patience);
        return new Operations(
                Map.of("zone", () -> zones.zone(NAME)), Map.of("apply", () -> zones.apply(ID, edit("x"))));
    }

    private final AtomicBoolean patched = new AtomicBoolean();

    @Override
    protected Behaviour well(Asked request) {
        assertThat(request.header("X-api-key")).isEqualTo(SECRET);
        if (isChange(request)) {
            patched.set(true);
            return Behaviour.says(204, "");
        }
        return Behaviour.says(200, patched.get() ? with("\"x\"") : EMPTY);
    }

    @Override
    protected boolean isChange(Asked request) {
        return request.method().equals("PATCH");
    }

    @Override
    protected Behaviour unknownCaller() {
        return Behaviour.says(401, "Unauthorized");
    }

    @Override
    protected List<Behaviour> nonsense() {
        return List.of(
                Behaviour.says(200, "{\"name\":\"other.gr.\",\"account\":\"4711\",\"rrsets\":[]}"),
                Behaviour.says(200, "{\"name\":\"example.gr.\",\"rrsets\":[]}"),
                Behaviour.says(200, EMPTY.replace("kind", "sort")),
                Behaviour.says(200, EMPTY.replace("[]", "[{}]")),
                Behaviour.says(201, ""));
    }

    /** It is read without its RRsets, so they may be anything. */
    @Test
    void whoseAZoneIsIsNotGuessed() {
        var hosts = zones(server.endpoint(), SECRETS, CALM);
        for (var nonsense : List.of(
                Behaviour.says(200, "{\"name\":\"other.gr.\",\"account\":\"4711\"}"),
                Behaviour.says(200, "{\"name\":\"example.gr.\"}"),
                Behaviour.says(200, ""),
                Behaviour.says(500, ""))) {
            server.does(_ -> nonsense);
            assertThatThrownBy(() -> hosts.hosts(NAME, new CustomerId("4711")))
                    .isInstanceOf(BackOfficeUnavailable.class);
        }
    }

    /** The server accepted the change, but the zone does not show it: it does not count as done. */
    @Test
    void aYesThatDoesNotShowIsUnknown() {
        server.does(request -> isChange(request) ? Behaviour.says(204, "") : Behaviour.says(200, EMPTY));

        assertThat(zones(server.endpoint(), SECRETS, CALM).apply(ID, edit("x")))
                .isInstanceOf(CallOutcome.Unknown.class);
    }

    /** Servers since 5.1 may say more than 204. */
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void anySuccessIsDoneIfItShows(int status) {
        server.does(request -> isChange(request)
                ? changed(Behaviour.says(status, status == 204 ? "" : EMPTY))
                : Behaviour.says(200, patched.get() ? with("\"x\"") : EMPTY));

        assertThat(zones(server.endpoint(), SECRETS, CALM).apply(ID, edit("x"))).isInstanceOf(CallOutcome.Done.class);
    }

    private Behaviour changed(Behaviour answer) {
        patched.set(true);
        return answer;
    }

    /** A hint to secondaries, of which only a primary has any; whatever becomes of it, the change is done. */
    @ParameterizedTest
    @CsvSource({"Master,1", "Primary,1", "Native,0"})
    void onlySecondariesAreNotified(String kind, int times) {
        server.does(request -> switch (request.method()) {
            case "PATCH" -> changed(Behaviour.says(204, ""));
            case "PUT" -> Behaviour.says(500, "");
            default -> Behaviour.says(200, (patched.get() ? with("\"x\"") : EMPTY).replace("Native", kind));
        });

        assertThat(zones(server.endpoint(), SECRETS, CALM).apply(ID, edit("x"))).isInstanceOf(CallOutcome.Done.class);
        assertThat(server.asked())
                .filteredOn(request -> request.method().equals("PUT"))
                .hasSize(times)
                .allSatisfy(request ->
                        assertThat(request.path()).isEqualTo("/api/v1/servers/localhost/zones/example.gr./notify"));
    }

    /** Another server is its primary, which would undo the change at the next transfer. */
    @ParameterizedTest
    @ValueSource(strings = {"Slave", "Secondary", "Consumer", "slave", "Producer", "", "Whatever"})
    void aZoneOfAnotherServerIsNotHostedHere(String kind) {
        server.does(request -> Behaviour.says(200, EMPTY.replace("Native", kind)));
        var zones = zones(server.endpoint(), SECRETS, CALM);

        assertThat(zones.zone(NAME)).isEmpty();
        assertThat(zones.apply(ID, edit("x"))).isEqualTo(CallOutcome.refused(ZoneRules.zoneNotHostedHere()));
        assertThat(server.asked()).noneMatch(this::isChange);
    }

    @Test
    void aRefusalHasTheServersMessage() {
        server.does(request -> isChange(request)
                ? Behaviour.says(422, "{\"error\": \"RRset t.example.gr. IN TXT: Conflicts with another RRset\"}")
                : Behaviour.says(200, EMPTY));

        assertThat(zones(server.endpoint(), SECRETS, CALM).apply(ID, edit("x")))
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().toString())
                                .contains("back-office-refused", "Conflicts with another RRset"));
    }

    /** Security.md, row 18: the request is one JSON text whose only value is the parsed one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\\"}],\\\"x\\\":[{\"",
                "\"a\" \"b\"",
                "<x>&amp;' OR 1=1; --",
                "\"back\\\\slash \\200\"",
                "α\u00a0β",
                "%0d%0a&zone=other"
            })
    void hostileTextStaysOneValue(String value) throws Exception {
        patched.set(true);
        server.does(request -> isChange(request) ? Behaviour.says(204, "") : Behaviour.says(200, EMPTY));
        var edit = edit(value);
        var _ = zones(server.endpoint(), SECRETS, CALM).apply(ID, edit);
        var patch = server.asked().stream().filter(this::isChange).findFirst().orElseThrow();
        var canonical = java.util.Objects.requireNonNull(
                        edit.recordSets().getFirst().after())
                .records()
                .getFirst();

        assertThat(patch.path()).isEqualTo("/api/v1/servers/localhost/zones/example.gr.");
        assertThat(JsonText.read(patch.body().bytes()))
                .isEqualTo(JsonText.readOwn(("{\"rrsets\":[{\"name\":\"t.example.gr.\",\"type\":\"TXT\","
                                + "\"changetype\":\"REPLACE\",\"ttl\":60,\"records\":[{\"content\":%s,\"disabled\":false}]}]}")
                        .formatted(JsonText.write(org.supportpin.backoffice.json.Json.of(canonical)))));
        assertThat(canonical).matches("[ -~]+");
    }

    /** Control characters, line breaks and NUL never reach a connector. */
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\u0000b", "a\u007fb", "\"a\\010b\"", "\u202e"})
    void whatCannotBeOneValueIsNoChange(String value) {
        assertThat(ZoneChanges.parse(NAME, List.of(new RawChange("upsert", "t", "TXT", 60, List.of(value)))))
                .isInstanceOf(Checked.Faulty.class);
    }
}
