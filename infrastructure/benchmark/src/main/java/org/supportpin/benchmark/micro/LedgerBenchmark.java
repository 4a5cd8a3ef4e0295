package org.supportpin.benchmark.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.CallMark;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.PhoneVerification;
import org.supportpin.domain.customer.PinMatch;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.PinKey;

/** A verification's decision, and the state that its event produces. */
@State(Scope.Thread)
public class LedgerBenchmark {

    private final Limits limits = Limits.DEFAULTS;
    private final PhoneVerification rules = new PhoneVerification(limits);
    private final Customer customer = Sample.customer();
    private final AgentBudget budget = AgentBudget.fresh(Sample.AGENT.id());
    private final PinKey secret = Sample.secret();
    private final Passcode said = secret.pin(Sample.counter(customer));
    private final Event verified = Sample.verified(customer);

    /** Compares the PIN with all that are accepted, and decides. */
    @Benchmark
    public Decision<PhoneVerification.Outcome> decide() {
        return rules.verify(
                customer,
                Sample.AGENT,
                budget,
                "AAAAAAAAAAAAAAAAAAAAAA",
                () -> PinMatch.of(secret, customer, limits, said, Sample.NOW),
                () -> new CallMark(1, null),
                Sample.NOW);
    }

    @Benchmark
    public Customer apply() {
        return customer.apply(verified, Sample.AGENT, 4, Sample.NOW);
    }
}
