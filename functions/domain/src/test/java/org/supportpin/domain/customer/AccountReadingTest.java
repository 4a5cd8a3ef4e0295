package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.AccountReading.Outcome;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.testing.InMemoryService;

class AccountReadingTest {

    private static final AgentId ANNA = new AgentId("anna");

    private final InMemoryService service = new InMemoryService();
    private final AccountReading reading =
            new AccountReading(new LedgerCommands(service.store, service.clock), new ActionRules(Limits.DEFAULTS));

    @BeforeEach
    void activate() {
        service.activate();
    }

    private VerificationId verified() {
        var passed = (PhoneVerification.Outcome.Passed)
                service.verify(service.store, new Actor.Agent(ANNA, null), service.pin())
                        .outcome();
        return new VerificationId(service.customer, passed.verification().key());
    }

    private long readings() {
        return service.recorded(Event.AccountRead.class);
    }

    @Test
    void theFirstReadingOfAVerificationIsOnRecordWithItsAgent() {
        var verification = verified();

        assertThat(reading.open(verification, ANNA)).isEqualTo(new Outcome.Open(Language.GREEK));
        assertThat(reading.open(verification, ANNA)).isEqualTo(new Outcome.Open(Language.GREEK));

        assertThat(readings()).isEqualTo(1);
        var last = service.store.read(service.customer).last();
        assertThat(last).isNotNull().satisfies(each -> {
            assertThat(each.entry().event()).isEqualTo(new Event.AccountRead(verification.key()));
            assertThat(each.entry().actor()).isEqualTo(new Actor.Agent(ANNA, null));
        });
    }

    @Test
    void eachVerificationHasItsOwn() {
        reading.open(verified(), ANNA);
        reading.open(verified(), ANNA);

        assertThat(readings()).isEqualTo(2);
    }

    @Test
    void manyReadingsAtOnceAreOneEntry() {
        var verification = verified();
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 8).forEach(_ -> threads.execute(() -> reading.open(verification, ANNA)));
        }

        assertThat(readings()).isEqualTo(1);
    }

    @Test
    void anotherAgentAndAnUnknownOrExpiredVerificationOpenNothing() {
        var verification = verified();

        assertThat(reading.open(verification, new AgentId("vasilis"))).isInstanceOf(Outcome.Denied.class);
        assertThat(reading.open(new VerificationId(service.customer, "A".repeat(22)), ANNA))
                .isInstanceOf(Outcome.Denied.class);
        service.clock.advance(Duration.ofMinutes(15));
        assertThat(reading.open(verification, ANNA)).isInstanceOf(Outcome.Denied.class);
        assertThat(readings()).isZero();
    }
}
