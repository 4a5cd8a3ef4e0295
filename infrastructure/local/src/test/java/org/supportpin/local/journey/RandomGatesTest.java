package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.testing.Together;

/**
 * Consents, wrong codes, stops of all three kinds, approvals, refusals, time, doubled runs of recovery, and deaths at any call, in
 * random order over HTTP: the effect happens once or never, never before the last gate, and the record says which.
 */
@Tag("ci")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomGatesTest {

    private static final int HISTORIES = 200;
    private static final Set<String> DEEDS =
            Set.of("change-nameservers", "change-domain-administrator", "recall-gr-domain");
    private static final Set<String> ENDS = Set.of("action-stopped", "succeeded", "failed", "refused");

    private final Crash death = new Crash();
    private Service service;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.gated(data, death);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** One history: who takes part, and what is known. */
    private final class History {
        final Random draw;
        final String name;
        final ActionCase deed;
        final boolean isBySms;
        final AgentSteps agent = service.agent();
        final AgentSteps supervisor = service.supervisor();
        final CustomerSteps customer = service.customer("1001").activated();
        final GateSteps at = new GateSteps(service, customer);
        final long before;
        final Set<String> gates = new HashSet<>(Set.of("consent"));
        String call = "";
        String action = "";
        String code = "000000";

        History(int seed) {
            draw = new Random(seed);
            var deeds = ActionCase.all()
                    .filter(each -> DEEDS.contains(each.action()))
                    .toList();
            deed = deeds.get(draw.nextInt(deeds.size()));
            isBySms = draw.nextBoolean();
            name = "history %d, %s %s".formatted(seed, deed.action(), isBySms ? "by SMS" : "by the panel");
            before = effects();
            if (isBySms) {
                gates.add("hold");
            }
            if (deed.action().equals("recall-gr-domain")) {
                gates.add("approval");
            }
        }

        long effects() {
            return deed.effects().applyAsLong(service.backDoor().backOfficeState());
        }

        void begin() {
            call = isBySms ? at.bySms(agent) : agent.verified(customer);
            action = ActionId.of(VerificationId.parse(call).orElseThrow(), new IdempotencyKey("key"))
                    .value();
            perhapsDying(() -> agent.act(call, deed.action(), deed.parameters(), "key"));
            // Asked again, as an agent does who got no answer.
            var answer = agent.act(call, deed.action(), deed.parameters(), "key");
            code = isBySms ? at.sentCode() : answer.body().at("/consent/code").asText("000000");
        }

        /** One in three dies at some call; the process after it is a new one. */
        void perhapsDying(Runnable what) {
            var isToDie = draw.nextInt(3) == 0;
            if (isToDie) {
                var side = draw.nextBoolean() ? Crash.Side.BEFORE : Crash.Side.AFTER;
                death.at(new Crash.Point(side, 1 + draw.nextInt(15)));
            }
            try {
                what.run();
            } catch (IllegalStateException | AssertionError e) {
                if (!isToDie) {
                    throw e;
                }
            } finally {
                death.restart();
            }
        }

        void step() {
            switch (draw.nextInt(14)) {
                case 0, 1 -> at.typed(customer, action, code);
                case 2, 3 -> at.said(agent, call, action, code);
                case 4 -> at.typed(customer, action, GateSteps.wrong(code));
                case 5 -> at.said(agent, call, action, GateSteps.wrong(code));
                case 6 -> oneInThree(() -> at.stop(customer, action));
                case 7 -> oneInThree(() -> at.stop(agent, call, action));
                case 8 -> oneInThree(() -> at.stopAll(supervisor));
                case 9, 10 -> at.decide(supervisor, action, "approve");
                case 11 -> oneInThree(() -> at.decide(supervisor, action, "refuse"));
                case 12 -> recover(2);
                default -> service.advance(Duration.ofSeconds(1L << draw.nextInt(17)));
            }
        }

        void oneInThree(Runnable what) {
            if (draw.nextInt(3) == 0) {
                what.run();
            }
        }

        void recover(int doubles) {
            Together.run(doubles, each -> {
                service.invoke("RecoveryFunction");
                return each;
            });
        }

        /** Nothing has happened in the back office before the record has every gate open. */
        void assertNotTooEarly() {
            if (effects() > before) {
                assertThat(at.record(action)).as(name).containsAll(gates);
            }
        }

        void settle() {
            for (var time : List.of("PT61S", "PT61S", "PT61S", "PT26H", "PT61S", "PT26H", "PT61S", "PT61S")) {
                service.advance(Duration.parse(time));
                recover(2);
                assertNotTooEarly();
            }
            service.advance(Duration.ofMinutes(16));
            service.invoke("OutboxFunction");
        }

        String end() {
            var record = at.record(action);
            var ends = record.stream().filter(ENDS::contains).toList();
            assertThat(ends).as("%s: %s", name, record).hasSize(record.isEmpty() ? 0 : 1);
            var end = ends.isEmpty() ? "none" : ends.getFirst();
            assertThat(effects() - before).as("%s: %s", name, record).isEqualTo(end.equals("succeeded") ? 1 : 0);
            if (end.equals("succeeded")) {
                assertThat(record).as(name).containsAll(gates);
            }
            return end;
        }
    }

    @Test
    void whateverTheOrderTheEffectHappensOnceOrNever() {
        var ends = new ArrayList<String>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            service.advance(Duration.ofDays(8));
            service.backDoor().resetBackOffice();
            service.backDoor().forgetMails("ord-2");
            var history = new History(seed);
            history.begin();
            for (int step = 0; step < 10; step++) {
                history.perhapsDying(history::step);
                history.assertNotTooEarly();
            }
            history.settle();
            ends.add(history.end());
        }

        assertThat(ends).filteredOn("succeeded"::equals).hasSizeGreaterThan(HISTORIES / 20);
        assertThat(ends).filteredOn("action-stopped"::equals).hasSizeGreaterThan(HISTORIES / 20);
        assertThat(LedgerChecker.of(service.backDoor().items()).violations()).isEmpty();
        // The clock has moved on by more than a year.
        assertThat(service.sweep().body().path("violations"))
                .filteredOn(each -> !each.path("kind").asText().equals("secret-too-old"))
                .isEmpty();
    }
}
