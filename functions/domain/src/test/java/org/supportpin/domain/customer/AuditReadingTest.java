package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.Samples;

class AuditReadingTest {

    private static final AgentId ANNA = new AgentId("anna");

    private final InMemoryService service = new InMemoryService();
    private final AuditReading reading =
            new AuditReading(new LedgerCommands(service.store, service.clock), service.store);

    private long readings() {
        return service.recorded(Event.AuditRead.class);
    }

    @Test
    void aReadingIsOnRecordWithItsReader() {
        service.activate();

        reading.record(service.customer, ANNA);

        var last = service.store.read(service.customer).last();
        assertThat(last).isNotNull().extracting(each -> each.entry().event()).isEqualTo(new Event.AuditRead());
        assertThat(last).isNotNull().extracting(each -> each.entry().actor()).isEqualTo(new Actor.Auditor(ANNA));
    }

    @Test
    void withinAnHourItIsOneEntryForEachReader() {
        service.activate();
        reading.record(service.customer, ANNA);
        service.clock.advance(Duration.ofMinutes(60).minusMillis(1));
        reading.record(service.customer, ANNA);
        assertThat(readings()).isEqualTo(1);

        reading.record(service.customer, new AgentId("vasilis"));
        assertThat(readings()).isEqualTo(2);

        service.clock.advance(Duration.ofMillis(1));
        reading.record(service.customer, ANNA);
        assertThat(readings()).isEqualTo(3);
    }

    @Test
    void manyReadingsAtOnceAreOneEntry() {
        service.activate();
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 8).forEach(_ -> threads.execute(() -> reading.record(service.customer, ANNA)));
        }

        assertThat(readings()).isEqualTo(1);
    }

    @Test
    void whereNothingIsOnRecordThereIsNothingToRead() {
        reading.record(Samples.newCustomer(), ANNA);
        reading.record(service.customer, ANNA);

        assertThat(service.store.read(service.customer).last()).isNull();
        assertThat(service.store.customers()).isEmpty();
    }

    @Test
    void aReadingChangesNothingForTheCustomer() {
        service.activate();
        var before = service.store.read(service.customer).state();
        var pin = service.pin();

        reading.record(service.customer, ANNA);

        assertThat(service.store.read(service.customer).state()).isEqualTo(before);
        assertThat(service.pin()).isEqualTo(pin);
    }
}
