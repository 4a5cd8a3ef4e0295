package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.notice.QueuedNotice;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Security row 13: the process dies before and after every call that an action makes to DynamoDB and to the back office, each
 * point in turn. Afterwards there is exactly one effect, or none and the record says so.
 */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(CrashMatrixTest.FIRST)
class CrashMatrixTest {

    /** It takes the longest by far: begun last, it would leave one of two processors idle. */
    static final int FIRST = 1;

    /** More calls than any action makes; otherwise the test fails. */
    private static final int MOST_CALLS = 60;

    private final Crash death = new Crash();
    private Service service;
    private Set<Map<String, AttributeValue>> asItWas = Set.of();
    private long before;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.in(data, "ActionHandler", death);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    static Stream<ActionCase> actions() {
        return ActionCase.all();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aCrashAtAnyPointLeavesOneEffectOrNone(ActionCase each) {
        service.backDoor().resetBackOffice();
        asItWas = service.backDoor().backOfficeItems();
        before = effects(each);
        for (var side : Crash.Side.values()) {
            int call = 1;
            while (dies(each, new Crash.Point(side, call))) {
                call++;
                assertThat(call).isLessThan(MOST_CALLS);
            }
            assertThat(call).as("calls that were enumerated").isGreaterThan(5);
        }
    }

    private boolean dies(ActionCase each, Crash.Point point) {
        service.backDoor().restoreBackOffice(asItWas);
        service.backDoor().forgetMails("ord-2");
        // Another one each time: nobody verifies more than thirty callers in an hour.
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());

        death.at(point);
        agent.act(verification, each.action(), each.parameters(), "key");
        var died = death.restart();
        var record = recovered(agent, verification);
        // What the request had queued, but not sent.
        service.advance(QueuedNotice.LEASE);
        service.invoke("OutboxFunction");

        var where = each.action() + ", died " + point + ": " + died;
        var status = record.status() == 404 ? "none" : record.text("status");
        int expected = status.equals("succeeded") ? 1 : 0;
        awaitTheSchedule(each, expected);
        assertThat(effects(each) - before)
                .as("effects after %s, on record: %s", where, record.body())
                .isEqualTo(expected);
        assertThat(status)
                .as(where)
                .isIn(died ? List.of("none", "succeeded", "failed", "refused") : List.of("succeeded"));

        var again = agent.act(verification, each.action(), each.parameters(), "key");
        assertThat(again.status())
                .as("%s, asked again: %s", where, again.body())
                .isIn(201, 422, 502);
        assertThat(effects(each) - before)
                .as("effects after %s, asked again", where)
                .isEqualTo(again.status() == 201 ? 1 : 0);
        return died;
    }

    /** The action's newest record, after as many runs as it takes: the schedule's own run may have taken it first. */
    private Answer recovered(AgentSteps agent, String verification) {
        var record = agent.lookUp(verification, id(verification));
        for (int minute = 0; minute < 6 && record.text("status").equals("pending"); minute++) {
            service.advance(Duration.ofSeconds(61));
            service.invoke("RecoveryFunction");
            record = agent.lookUp(verification, id(verification));
        }
        return record;
    }

    /** The schedule's own run may have taken a notice first, and be sending it. */
    private void awaitTheSchedule(ActionCase each, int expected) {
        for (int wait = 0; wait < 100 && effects(each) - before < expected; wait++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private long effects(ActionCase each) {
        return each.effects().applyAsLong(service.backDoor().backOfficeState());
    }

    private static String id(String verification) {
        return ActionId.of(VerificationId.parse(verification).orElseThrow(), new IdempotencyKey("key"))
                .value();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anAnswerThatIsLostIsFoundAgain(ActionCase each) {
        service.backDoor().resetBackOffice();
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        before = effects(each);
        service.fault(each.operation(), "timeout");

        var pending =
                agent.act(verification, each.action(), each.parameters(), "key").is(202);
        assertThat(pending.text("status")).isEqualTo("pending");

        assertThat(recovered(agent, verification).text("status")).isEqualTo("succeeded");
        awaitTheSchedule(each, 1);
        assertThat(effects(each) - before).isEqualTo(1);
    }
}
