package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.identity.VerificationId;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Random customers, agents, PINs, SMS, actions and faults, as fast as the local stack takes them, for {@code -Dsoak.minutes} (ten).
 * Not in {@code mvn verify}: {@code mvn -Psoak verify} runs it. Afterwards {@link LedgerChecker} reads the table.
 */
@Tag("soak")
class SoakTest {

    private static final int WORKERS = 16;
    private static final int AGENTS = 120;

    /** Every so often somebody changes something behind the service's back. */
    private static final Duration TAMPERING = Duration.ofSeconds(5);

    /** Within which the watch names it. */
    private static final Duration GOAL = Duration.ofSeconds(10);

    /** Only the first few enter wrong PINs: otherwise all would be suspended, and nobody would ever verify. */
    private static final int CARELESS_AGENTS = 12;

    private static final List<String> CALLS =
            List.of("Query", "PutItem", "TransactWriteItems", "Decrypt", "Publish", "GetItem");
    private static final List<String> OPERATIONS = List.of("dns.applyChanges", "billing.placeOrder", "dns.zone");

    private final AwsFault trouble = new AwsFault();
    private final ReadWriteLock jumping = new ReentrantReadWriteLock();
    private final Lock noTimeJumps = jumping.readLock();
    private final Lock timeJumps = jumping.writeLock();
    private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();

    /** What each action has asked for: the name that it puts into a zone, or its own id, which its order bears. */
    private final Map<String, String> asked = new ConcurrentHashMap<>();

    private final LongAdder damaged = new LongAdder();
    private final LongAdder faults = new LongAdder();
    private final long seed = Long.getLong("soak.seed", System.nanoTime());

    @Test
    void theLedgersStaySound(@TempDir Path data) throws Exception {
        var time = Duration.ofSeconds((long) (60 * Double.parseDouble(System.getProperty("soak.minutes", "10"))));
        try (var service = Service.everywhere(data, trouble)) {
            var customers = IntStream.range(0, 60)
                    .mapToObj(i -> service.customer(i == 0 ? "1001" : i == 1 ? "1002" : "soak-" + i)
                            .activated())
                    .toList();
            var agents =
                    IntStream.range(0, AGENTS).mapToObj(_ -> service.agent()).toList();
            var tampering = new PlantedTampering(service, (int) time.dividedBy(TAMPERING));
            var started = System.nanoTime();
            try (var workers = Executors.newFixedThreadPool(WORKERS + 1)) {
                var planter = workers.submit(() -> plant(tampering, started, time));
                var running = IntStream.range(0, WORKERS)
                        .mapToObj(worker -> workers.submit(() -> {
                            var random = new Random(seed + worker);
                            while (System.nanoTime() - started < time.toNanos()) {
                                noTimeJumps.lock();
                                try {
                                    step(service, customers, agents, random);
                                } finally {
                                    noTimeJumps.unlock();
                                }
                            }
                        }))
                        .toList();
                while (System.nanoTime() - started < time.toNanos()) {
                    TimeUnit.SECONDS.sleep(1);
                    advance(service);
                }
                for (var worker : running) {
                    worker.get();
                }
                planter.get();
            }
            finish(service, tampering, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private static void plant(PlantedTampering tampering, long started, Duration time) {
        while (System.nanoTime() - started < time.toNanos()) {
            pause(TAMPERING);
            tampering.next();
        }
    }

    private static void pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An action counts as abandoned a minute after its dispatch, since no function runs for longer than ten seconds. So time jumps
     * between requests only, and never so often that a recovery at work would be taken for one that died.
     */
    private void advance(Service service) {
        timeJumps.lock();
        try {
            service.advance(Duration.ofSeconds(20));
        } finally {
            timeJumps.unlock();
        }
    }

    private void step(Service service, List<CustomerSteps> customers, List<AgentSteps> agents, Random random) {
        var customer = customers.get(random.nextInt(3) == 0 ? random.nextInt(2) : random.nextInt(customers.size()));
        var agent = agents.get(random.nextInt(AGENTS));
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> count("view", customer.view());
            case 5 -> count("panel sms", customer.sendPin());
            case 6 -> count("agent sms", agent.sendPin(customer.id()));
            case 7, 8 -> {
                var careless = agents.get(random.nextInt(CARELESS_AGENTS));
                count("wrong", careless.verify(customer.id(), "%06d".formatted(random.nextInt(1_000_000)), "w"));
            }
            case 9 -> count("unlock", customer.unlock());
            case 10 -> {
                count("deactivate", customer.deactivate());
                count("activate", customer.activate());
            }
            case 11 -> trouble(service, customer, random);
            case 12 -> {
                if (random.nextInt(5) == 0) {
                    changeMobile(customer, "+30694%07d".formatted(random.nextInt(10_000_000)));
                }
            }
            default -> call(customer, agent, random);
        }
    }

    /** Running verifications end with it, while agents use them. */
    private void changeMobile(CustomerSteps customer, String number) {
        var declared = customer.declareMobile(number);
        count("declare", declared);
        if (declared.status() == 202) {
            count("confirm", customer.confirmMobile(customer.newestDigits(number)));
        }
    }

    private void trouble(Service service, CustomerSteps customer, Random random) {
        faults.increment();
        var call = CALLS.get(random.nextInt(CALLS.size()));
        switch (random.nextInt(7)) {
            case 0 -> trouble.before(call, AwsFault.THROTTLED);
            case 1 -> trouble.after(call, AwsFault.CUT);
            case 2 -> trouble.timedOut(call);
            case 3 -> trouble.hang(call, Duration.ofSeconds(2));
            case 4 -> {
                service.invoke("RecoveryFunction");
                service.invoke("OutboxFunction");
            }
            case 5 -> damage(service, customer, random);
            default ->
                service.fault(
                        OPERATIONS.get(random.nextInt(OPERATIONS.size())),
                        List.of("timeout", "error", "refuse").get(random.nextInt(3)));
        }
    }

    /** One of a customer's keys does not open any more; the customer does what the answers say. The seeded customers keep theirs. */
    private void damage(Service service, CustomerSteps customer, Random random) {
        if (!customer.id().startsWith("soak-") || random.nextInt(4) != 0) {
            return;
        }
        var tampering = Tampering.with(service);
        var key = random.nextBoolean() ? "pinWrapped" : "recordWrapped";
        var wrapped = tampering.item(customer, "SECRET").get(key);
        if (wrapped != null) {
            var bytes = wrapped.b().asByteArray();
            bytes[bytes.length - 1] ^= 1;
            tampering.set(customer, "SECRET", key, AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
            damaged.increment();
            count("mend", customer.activate());
            changeMobile(customer, customer.number());
        }
    }

    private void call(CustomerSteps customer, AgentSteps agent, Random random) {
        var view = customer.view();
        var pin = view.text("pin");
        if (pin.isEmpty()) {
            return;
        }
        var verified = agent.verify(customer.id(), pin, "call-" + random.nextInt(1000));
        count("right", verified);
        if (verified.status() != 201) {
            return;
        }
        var verification = verified.text("verificationId");
        for (int action = 0; action <= random.nextInt(3); action++) {
            var domain = customer.id().equals("1002") ? "allo.gr" : "papadopoulou.gr";
            var name = "s" + names.incrementAndGet();
            var parameters = random.nextInt(4) == 0
                    ? null
                    : "{\"domain\":\"%s\",\"changes\":[{\"op\":\"upsert\",\"name\":\"%s\",\"type\":\"A\",\"records\":[\"195.251.255.1\"]}]}"
                            .formatted(domain, name);
            var key = "soak-" + names.incrementAndGet();
            var id = ActionId.of(VerificationId.parse(verification).orElseThrow(), new IdempotencyKey(key))
                    .value();
            asked.put(id, parameters == null ? id : name);
            count(
                    "action",
                    parameters == null
                            ? agent.act(
                                    verification,
                                    "order-service",
                                    "{\"productId\":\"hosting-basic\",\"billingCycle\":\"annually\"}",
                                    key)
                            : agent.act(verification, "change-dns-records", parameters, key));
        }
        if (random.nextBoolean()) {
            count("end", agent.end(verification));
        }
    }

    private void finish(Service service, PlantedTampering tampering, Duration took) {
        trouble.none();
        for (int round = 0; round < 10; round++) {
            service.advance(Duration.ofMinutes(2));
            service.invoke("RecoveryFunction");
            service.invoke("OutboxFunction");
        }
        var items = service.backDoor().items();
        var checked = LedgerChecker.of(
                items.stream().filter(item -> !tampering.isOfOne(item)).toList());
        var sms = LedgerChecker.smsOf(
                service.call("GET", "/local/sms", "", null).body().path("messages"));
        var tooMany = LedgerChecker.tooManyPerNumber(sms);
        var effects = effects(service);
        var wrongEffects = items.stream()
                .filter(item -> isWrong(item, effects))
                .map(item -> described(item, effects))
                .toList();
        long operations = statuses.values().stream().mapToLong(LongAdder::sum).sum();
        System.out.printf(
                "Soak of %d s, seed %d: %d operations (%d a second), %d faults injected, %d keys damaged, %d ledger entries, %d SMS, violations: %d, actions with another effect than on record: %d%n%s%n%d changes planted, the slowest named after %s%n",
                took.toSeconds(),
                seed,
                operations,
                operations / Math.max(1, took.toSeconds()),
                faults.sum(),
                damaged.sum(),
                checked.entries(),
                sms.size(),
                checked.violations().size(),
                wrongEffects.size(),
                new TreeMap<>(statuses),
                tampering.planted(),
                tampering.slowest());
        assertThat(tampering.silent()).isEmpty();
        assertThat(tampering.slowest().values()).isNotEmpty().allMatch(each -> each.compareTo(GOAL) <= 0);
        assertThat(tampering.falseAlarms()).isEmpty();
        assertThat(checked.violations()).isEmpty();
        assertThat(wrongEffects).isEmpty();
        assertThat(tooMany).isEmpty();
        assertThat(statuses.keySet()).noneMatch(status -> status.endsWith(" 500"));
        assertThat(operations).isGreaterThan(100);
    }

    /** Whether an action had another effect than its record says. */
    private boolean isWrong(Map<String, AttributeValue> item, Map<String, Integer> effects) {
        var status = LedgerChecker.text(item, "status");
        return !status.isEmpty() && effectsOf(item, effects) != (status.equals("succeeded") ? 1 : 0);
    }

    private int effectsOf(Map<String, AttributeValue> item, Map<String, Integer> effects) {
        var id = LedgerChecker.text(item, "pk").substring("ACTION#".length());
        return effects.getOrDefault(asked.getOrDefault(id, id), 0);
    }

    private String described(Map<String, AttributeValue> item, Map<String, Integer> effects) {
        return effectsOf(item, effects) + " effects of " + item;
    }

    /** How often each name is in a zone, and each action's order in the order book. */
    private static Map<String, Integer> effects(Service service) {
        var office = service.call("GET", "/local/back-office", "", null).body();
        var effects = office.path("zones")
                .valueStream()
                .flatMap(zone -> zone.path("recordSets").valueStream())
                .map(set -> set.path("name").asText().replaceFirst("\\..*", ""))
                .collect(Collectors.toMap(name -> name, _ -> 1, Integer::sum));
        office.path("orders")
                .valueStream()
                .map(SoakTest::actionOf)
                .filter(id -> !id.isEmpty())
                .forEach(id -> effects.merge(id, 1, Integer::sum));
        return effects;
    }

    private static String actionOf(JsonNode order) {
        return order.path("actionId").asText();
    }

    private void count(String what, Answer answer) {
        statuses.computeIfAbsent(what + " " + answer.status(), _ -> new LongAdder())
                .increment();
    }
}
