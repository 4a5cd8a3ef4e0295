package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.CompanionWrite.ActionEnded;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.functions.action.ActionService.Outcome;

/** A function answers before its time is over, whatever is slow. */
class ActionDeadlineTest {

    private static final String RENEWAL = "{\"serviceId\":\"svc-1\"}";

    private final ActionHouse house = new ActionHouse();
    private Duration left = Duration.ofSeconds(9);
    private final Deadline deadline = Deadline.in(() -> left);

    private ActionRecord execute() {
        var outcome = deadline.hold(() -> house.execute(CrashPoints.none(), ActionName.RENEW_SERVICE, RENEWAL));
        return ((Outcome.OnRecord) outcome).action();
    }

    /** Each look takes time, or fails once there is none. */
    private Actions slow(Actions actions, Duration each, AtomicInteger found) {
        return (Actions) Proxy.newProxyInstance(
                Actions.class.getClassLoader(), new Class<?>[] {Actions.class}, (_, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        found.incrementAndGet();
                        left = left.minus(each);
                        if (Deadline.current().isOver()) {
                            throw new StoreUnavailable("GetItem of an action failed", new IllegalStateException());
                        }
                    }
                    return method.invoke(actions, arguments);
                });
    }

    /** V3: the calls between the waits take time too. */
    @Test
    void whoWaitsForAnActionIsAnsweredInTime() {
        house.losesAnswer = true;
        assertThat(execute().status()).isEqualTo(ActionStatus.PENDING);
        var found = new AtomicInteger();
        house.aroundActions = actions -> slow(actions, Duration.ofSeconds(2), found);

        assertThat(execute().status()).isEqualTo(ActionStatus.PENDING);

        assertThat(found).hasValueBetween(2, 5);
    }

    /** The waiting request's own limit holds too, if its function has more time. */
    @Test
    void nobodyWaitsForAnActionLongerThanFiveSeconds() {
        house.losesAnswer = true;
        left = Duration.ofDays(1);
        assertThat(execute().status()).isEqualTo(ActionStatus.PENDING);
        var started = System.nanoTime();

        assertThat(execute().status()).isEqualTo(ActionStatus.PENDING);

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    private Ledger whoseEndsFail(Ledger ledger, Duration took) {
        return new Ledger() {
            @Override
            public Snapshot read(CustomerId customer) {
                return ledger.read(customer);
            }

            @Override
            public Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
                if (alongside.stream().anyMatch(ActionEnded.class::isInstance)) {
                    left = left.minus(took);
                    throw new StoreUnavailable("the write of an entry failed", new IllegalStateException("too late"));
                }
                return ledger.append(entry, alongside);
            }

            @Override
            public List<Recorded> history(CustomerId customer, long below, int limit) {
                return ledger.history(customer, below, limit);
            }
        };
    }

    @Test
    void anActionWithoutTheTimeToRecordItsEndIsPendingAndEndsLater() {
        house.aroundLedger = ledger -> whoseEndsFail(ledger, Duration.ofSeconds(9));
        assertThat(execute().status()).isEqualTo(ActionStatus.PENDING);

        house.aroundLedger = ledger -> ledger;
        house.clock.advance(Duration.ofSeconds(61));
        assertThat(house.recover(CrashPoints.none())).isEqualTo(new Recovery.Report(1, 1, 1));

        assertThat(house.store.find(house.id()).orElseThrow().status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(house.billing.calls()).hasSize(1);
    }

    @Test
    void aStoreThatFailsInTimeIsAFailure() {
        house.aroundLedger = ledger -> whoseEndsFail(ledger, Duration.ofSeconds(1));

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(this::execute);
    }
}
