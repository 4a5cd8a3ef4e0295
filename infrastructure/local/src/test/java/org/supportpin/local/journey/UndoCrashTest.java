package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.notice.QueuedNotice;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Security row 13 for undos: the process dies before and after every call that an undo makes to DynamoDB and to the back office, each
 * point in turn. Another tap finds what became of it, or undoes the action now.
 */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoCrashTest {

    private static final int MOST_CALLS = 60;

    private final Crash death = new Crash();
    private Service service;
    private Set<Map<String, AttributeValue>> asItWas = Set.of();

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.in(data, "ActionHandler", death);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    static Stream<ActionCase> actions() {
        return UndoTest.actions();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aCrashAtAnyPointLeavesOneEffectOrNone(ActionCase each) {
        service.backDoor().resetBackOffice();
        asItWas = service.backDoor().backOfficeItems();
        for (var side : Crash.Side.values()) {
            int call = 1;
            while (dies(each, new Crash.Point(side, call))) {
                call++;
                assertThat(call).isLessThan(MOST_CALLS);
            }
            assertThat(call).as("calls that were enumerated").isGreaterThan(5);
        }
    }

    private String facts() {
        var office = service.backDoor().backOfficeState();
        return office.findValues("recordSets") + "" + office.findValues("php") + office.findValues("nameservers");
    }

    private boolean dies(ActionCase each, Crash.Point point) {
        service.backDoor().restoreBackOffice(asItWas);
        var agent = service.agent();
        var customer = service.customer("1001").activated();
        var before = facts();
        var action = agent.act(agent.verified(customer), each.action(), each.parameters())
                .is(201)
                .text("actionId");
        var left = facts();
        assertThat(left).isNotEqualTo(before);

        death.at(point);
        customer.undo(action);
        var died = death.restart();
        for (int minute = 0; minute < 2; minute++) {
            service.advance(Duration.ofSeconds(61));
            service.invoke("RecoveryFunction");
        }
        service.advance(QueuedNotice.LEASE);
        service.invoke("OutboxFunction");

        var where = each.action() + ", died " + point + ": " + died;
        var isOnRecord = customer.activity()
                .is(200)
                .body()
                .path("events")
                .path(0)
                .path("details")
                .path("undoes")
                .asText()
                .equals(action);
        assertThat(facts()).as(where).isEqualTo(isOnRecord ? before : left);
        customer.undo(action).is(201);
        assertThat(facts()).as(where).isEqualTo(before);
        return died;
    }
}
