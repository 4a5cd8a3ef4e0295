package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;

/** Security row 31: a system that does not answer delays only the actions that need it. */
class FairRecoveryTest {

    private static final String ZONE = """
            {"name": "papadopoulou.gr.", "account": "1001", "kind": "Native", "rrsets": [
              {"name": "papadopoulou.gr.", "type": "SOA", "ttl": 3600,
               "records": [{"content": "ns1.hoster.example. hostmaster.hoster.example. 1 10800 3600 604800 3600"}]},
              {"name": "papadopoulou.gr.", "type": "NS", "ttl": 3600, "records": [{"content": "ns1.hoster.example."}]}]}""";

    private enum Dns {
        /** Changes lose their answer. */
        LOSES,
        HANGS,
        FAILS
    }

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch isOver = new CountDownLatch(1);
    private volatile Dns state = Dns.LOSES;
    private LoopbackServer dns;
    private Service service;
    private AgentSteps agent;

    @BeforeEach
    void start() throws IOException {
        dns = LoopbackServer.bind(0, 1 << 20).serve(this::answer);
        var connectors = Files.writeString(folder.resolve("connectors.json"), """
                {"parameters": {"DnsConnector": "powerdns",
                                "DnsSettings": {"url": "%s", "network": "loopback", "apiKey": "ssm:/support-pin/powerdns"}},
                 "secrets": {"/support-pin/powerdns": "a-key"}}
                """.formatted(dns.uri()));
        service = Service.in(Files.createDirectory(folder.resolve("data")), connectors);
        agent = service.agent();
    }

    @AfterEach
    void stop() {
        isOver.countDown();
        service.close();
        dns.close();
    }

    private Reply answer(Request request) {
        return switch (state) {
            case LOSES -> {
                // There is no zone below it.
                if (!request.path().endsWith("/papadopoulou.gr.")) {
                    yield Reply.empty(404);
                }
                yield request.method().equals("PATCH") ? Reply.empty(502) : Reply.text(200, "application/json", ZONE);
            }
            case FAILS -> {
                asked.incrementAndGet();
                yield Reply.empty(500);
            }
            case HANGS -> {
                asked.incrementAndGet();
                awaitTheEnd();
                yield Reply.empty(500);
            }
        };
    }

    private void awaitTheEnd() {
        try {
            var _ = isOver.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An action whose look-up can be asked. */
    private record Accepted(AgentSteps agent, String verification, String id) {

        String status() {
            return agent.lookUp(verification, id).is(200).text("status");
        }
    }

    private List<Accepted> pendingDns(String verification, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> new Accepted(
                        agent,
                        verification,
                        agent.act(verification, "change-dns-records", """
                                {"domain": "papadopoulou.gr", "changes": [
                                  {"op": "upsert", "name": "shop", "type": "A", "ttl": 600, "records": ["195.251.255.20"]}]}""")
                                .is(202)
                                .text("actionId")))
                .toList();
    }

    private Accepted pendingBilling(String verification) {
        service.fault("billing.renew", "timeout");
        return accepted(verification, "renew-service");
    }

    private Accepted accepted(String verification, String name) {
        var one = ActionCase.all()
                .filter(each -> each.action().equals(name))
                .findFirst()
                .orElseThrow();
        var action = agent.act(verification, one.action(), one.parameters()).is(202);
        return new Accepted(agent, verification, action.text("actionId"));
    }

    @Test
    void aSystemThatHangsDoesNotKeepTheOthersWaiting() {
        var verification = agent.verified(service.customer("1001").activated());
        var waiting = pendingDns(verification, 5);
        var billing = pendingBilling(verification);
        state = Dns.HANGS;

        service.recoverOnSchedule();

        assertThat(billing.status()).isEqualTo("succeeded");
        assertThat(waiting).extracting(Accepted::status).containsOnly("pending");
        assertThat(asked).as("one action asks").hasValue(1);
        assertThat(service.log()).contains("\"ActionsPending\":5");
    }

    /** Fifty is the most that one customer may have open, so the next is another's. */
    @Test
    void theFiftyFirstIsLookedAtToo() {
        var customer = service.customer("1001").activated();
        var waiting = new ArrayList<Accepted>();
        for (int call = 0; call < 5; call++) {
            waiting.addAll(pendingDns(agent.verified(customer), 10));
        }
        service.fault("billing.placeOrder", "timeout");
        var fiftyFirst = accepted(agent.verified(service.customer("1002").activated()), "order-service");
        state = Dns.FAILS;

        service.recoverOnSchedule();

        assertThat(waiting).hasSize(50);
        assertThat(fiftyFirst.status()).isEqualTo("succeeded");
    }

    /** Not always the same action asks: what fails for reasons of its own goes to the back of the queue. */
    @Test
    void theNextRunAsksWithTheNextAction() {
        var waiting = pendingDns(agent.verified(service.customer("1001").activated()), 3);
        state = Dns.FAILS;
        for (int run = 1; run <= 3; run++) {
            service.recoverOnSchedule();
            assertThat(asked).hasValue(run);
        }
        state = Dns.LOSES;
        assertThat(waiting).extracting(Accepted::status).containsOnly("pending");

        service.recoverOnSchedule();

        assertThat(service.log().lines().filter(line -> line.contains("recovery-postponed")))
                .hasSize(3);
    }

    @Test
    void recoveriesAtTheSameTimeSendAnActionOnce(@TempDir Path data) throws Exception {
        var between = new AfterAcceptance();
        try (var own = Service.in(data, "ActionHandler", between)) {
            var customer = own.customer("1001").activated();
            var caller = own.agent();
            var verification = caller.verified(customer);
            var order = ActionCase.all()
                    .filter(each -> each.action().equals("order-service"))
                    .findFirst()
                    .orElseThrow();
            between.dieOnce();
            caller.act(verification, order.action(), order.parameters(), "one-key");
            own.advance(Duration.ofSeconds(61));

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var runs = threads.invokeAll(IntStream.range(0, 4)
                        .mapToObj(_ -> (Callable<Boolean>) () -> {
                            own.invoke("RecoveryFunction");
                            return true;
                        })
                        .toList());
                for (var run : runs) {
                    assertThat(run.get()).isTrue();
                }
            }

            caller.act(verification, order.action(), order.parameters(), "one-key")
                    .is(201);
            assertThat(own.backDoor().items())
                    .filteredOn(item -> item.containsKey("dispatches"))
                    .singleElement()
                    .satisfies(item -> assertThat(Objects.requireNonNull(item.get("dispatches"))
                                    .n())
                            .isEqualTo("2"));
            assertThat(customer.activity().body().findValuesAsText("type")).containsOnlyOnce("action-finished");
        }
    }
}
