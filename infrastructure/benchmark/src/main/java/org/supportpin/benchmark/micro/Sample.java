package org.supportpin.benchmark.micro;

import java.time.Instant;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.PinKey;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** A customer with the service, one wrong PIN and one PIN by SMS; and the current call. */
public final class Sample {

    public static final CustomerId ID = new CustomerId("4711");
    public static final Actor.Agent AGENT = new Actor.Agent(new AgentId("maria"), new CallReference.Said("call-1"));

    /** In the middle of a PIN's validity, outside any grace period. */
    public static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final int KEY_BYTES = 32;

    private Sample() {}

    public static Customer customer() {
        var step = step(Customer.fresh(ID));
        return Customer.fresh(ID)
                .apply(new Event.Activated(1, 1, true, Language.GREEK), new Actor.Panel(), 1, NOW.minusSeconds(90_000))
                .apply(new Event.PinSent(step, NOW.plusSeconds(600)), new Actor.Panel(), 2, NOW.minusSeconds(300))
                .apply(new Event.PinRejected(), AGENT, 3, NOW.minusSeconds(30));
    }

    /** The current PIN. */
    public static PinCounter counter(Customer customer) {
        return new PinCounter(step(customer), customer.pins().generation());
    }

    private static long step(Customer customer) {
        return customer.phase().step(NOW);
    }

    /** As opened for a request. */
    public static PinKey secret() {
        return new PinKey(new SecretContext("benchmark", ID, 1, Purpose.PIN), new SecretBytes(new byte[KEY_BYTES]));
    }

    public static Event.Verified verified(Customer customer) {
        return new Event.Verified(KEY, counter(customer), PinSource.PANEL, NOW.plusSeconds(1200), 1);
    }

    /** The entry of a verification. */
    public static Entry entry() {
        var customer = customer();
        var event = verified(customer);
        return new Entry(ID, 4, NOW, AGENT, event, customer.apply(event, AGENT, 4, NOW), Hash.of(new byte[1]));
    }
}
