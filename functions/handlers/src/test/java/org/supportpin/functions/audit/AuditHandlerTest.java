package org.supportpin.functions.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.aws.DynamoDbForTests;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.EventOf;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AuditHandlerTest {

    private static final String ROUTE = "GET /v1/audit/customers/{customerId}/events";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Wiring wiring =
            Wiring.of(DynamoDbForTests.environment(), clock, new Log(new PrintStream(logged, true, UTF_8)), List.of());
    private final AuditHandler handler = new AuditHandler(wiring);
    private final CustomerId customer = Samples.newCustomer();

    private void record(Actor actor, Event event) {
        wiring.ledgerCommands().<Boolean>perform(customer, actor, (_, _) -> Decision.record(event, true));
        clock.advance(Duration.ofSeconds(1));
    }

    private EventOf asked() {
        return EventOf.route(ROUTE)
                .claims(EventOf.staff("auditor", "audit:read").build())
                .path("customerId", customer.value());
    }

    private static List<Obj> events(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return ((Arr) answer.member("events"))
                .items().stream().map(Obj.class::cast).toList();
    }

    @Test
    void theWholeChainIsListedNewestFirst() {
        record(new Actor.Panel(), new Event.LockLifted());
        record(Samples.AGENT, new Event.PinRejected());
        var listed = events(Answer.of(handler, asked()));

        assertThat(listed).hasSize(2);
        assertThat(listed.getFirst())
                .isEqualTo(Json.object()
                        .put("sequence", 2)
                        .put("at", "2026-11-22T12:00:01Z")
                        .put("type", "pin-rejected")
                        .put(
                                "actor",
                                Json.object()
                                        .put("kind", "agent")
                                        .put("id", "maria@host.gr")
                                        .build())
                        .put("details", Json.object().build())
                        .put("previousHash", listed.getLast().text("hash").orElseThrow())
                        .put("hash", listed.getFirst().text("hash").orElseThrow())
                        .build());
        assertThat(listed.getLast().text("previousHash")).contains("0".repeat(64));
    }

    /** Everything is on record, and the customer sees it: also who looked at it. */
    @Test
    void aReadingIsOnRecordOnceAnHour() {
        record(new Actor.Panel(), new Event.LockLifted());
        events(Answer.of(handler, asked()));
        var listed = events(Answer.of(handler, asked()));

        assertThat(listed).hasSize(2);
        assertThat(listed.getFirst().text("type")).contains("audit-read");
        assertThat(listed.getFirst().get("actor"))
                .contains(Json.object()
                        .put("kind", "auditor")
                        .put("id", "auditor")
                        .build());
        clock.advance(Duration.ofHours(1));
        assertThat(events(Answer.of(handler, asked()))).hasSize(2);
        assertThat(events(Answer.of(handler, asked()))).hasSize(3);
    }

    private void spoil(long sequence) {
        DynamoDbForTests.client()
                .putItem(request -> request.tableName(DynamoDbForTests.TABLE)
                        .item(Map.of(
                                "pk", AttributeValue.fromS("CUSTOMER#" + customer.value()),
                                "sk", AttributeValue.fromS("ENTRY#%012d".formatted(sequence)),
                                "body", AttributeValue.fromS("{\"v\":1}"))));
    }

    private static Json unreadable(long sequence) {
        return Json.object()
                .put("sequence", sequence)
                .put("type", "unreadable")
                .put("hash", "0".repeat(64))
                .build();
    }

    @Test
    void anUnreadableEntryIsShownAsSuchInItsPlace() {
        for (int i = 0; i < 3; i++) {
            record(new Actor.Panel(), new Event.LockLifted());
        }
        spoil(2);

        var listed = events(Answer.of(handler, asked()));

        assertThat(listed).hasSize(3);
        assertThat(listed.get(1)).isEqualTo(unreadable(2));
        assertThat(wiring.ledger().read(customer).nextSequence()).isEqualTo(5);
    }

    /** Nothing can follow it in the ledger, so the reading is in the access log alone. */
    @Test
    void aLedgerWhoseNewestEntryIsUnreadableIsShownTheSame() {
        record(new Actor.Panel(), new Event.LockLifted());
        record(new Actor.Panel(), new Event.LockLifted());
        spoil(2);

        var listed = events(Answer.of(handler, asked()));

        assertThat(listed).hasSize(2);
        assertThat(listed.getFirst()).isEqualTo(unreadable(2));
        assertThat(logged.toString(UTF_8)).contains("\"outcome\":\"reading-not-recorded\"");
    }

    @Test
    void whatIsNotAnsweredIsNotOnRecord() {
        record(new Actor.Panel(), new Event.LockLifted());

        assertThat(Answer.of(handler, asked().query("cursor", "x")).status()).isEqualTo(422);
        assertThat(wiring.ledger().read(customer).nextSequence()).isEqualTo(2);
    }

    @Test
    void pagesFollowOneAnotherWithoutAGap() {
        for (int i = 0; i < 51; i++) {
            record(new Actor.Panel(), new Event.LockLifted());
        }
        var sequences = new ArrayList<Json>();
        var page = Answer.of(handler, asked());
        events(page).forEach(each -> sequences.add(each.get("sequence").orElseThrow()));
        for (int pages = 1; pages < 3; pages++) {
            page = Answer.of(
                    handler,
                    asked().query("cursor", page.body().text("nextCursor").orElseThrow()));
            events(page).forEach(each -> sequences.add(each.get("sequence").orElseThrow()));
        }

        assertThat(page.member("nextCursor")).isEqualTo(Json.Null.NULL);
        assertThat(sequences).hasSize(51).doesNotHaveDuplicates();
        assertThat(sequences.getFirst()).isEqualTo(Json.of(51));
        assertThat(sequences.getLast()).isEqualTo(Json.of(1));
    }

    @Test
    void aPageThatEndsWithTheFirstEntryIsTheLast() {
        for (int i = 0; i < 25; i++) {
            record(new Actor.Panel(), new Event.LockLifted());
        }
        var page = Answer.of(handler, asked());

        assertThat(events(page)).hasSize(25);
        assertThat(page.member("nextCursor")).isEqualTo(Json.Null.NULL);
    }

    @Test
    void anUnknownCustomerHasNoEvents() {
        assertThat(Answer.of(handler, asked()).text()).isEqualTo("{\"events\":[],\"nextCursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x", "01", "1e3", "9999999999999", " 7"})
    void aCursorOfAnotherFormIsRefused(String cursor) {
        var answer = Answer.of(handler, asked().query("cursor", cursor));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"/cursor\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a#b", "μαρία"})
    void anInvalidCustomerIdIsRefused(String id) {
        var answer = Answer.of(handler, asked().path("customerId", id));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"/customerId\"");
    }
}
