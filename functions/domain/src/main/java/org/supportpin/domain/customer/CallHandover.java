package org.supportpin.domain.customer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.CallBudgets.TooMany;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.CompanionWrite.HandoverPlaced;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.HandoverCode;

/**
 * Hands a verified caller to another agent: the one offers and says four digits, the other takes. The verification keeps its expiry, its
 * count and its source, and has one holder at any time.
 */
public final class CallHandover {

    private static final int KEY_BYTES = 16;

    private final LedgerCommands commands;
    private final AgentBudgets budgets;
    private final HandoverOffers offers;
    private final Secrets secrets;
    private final Limits limits;
    private final Clock clock;
    private final Supplier<String> random;

    /**
     * Creates the use case over these ports.
     *
     * @param random 128 random bits, base64url
     */
    public CallHandover(
            LedgerCommands commands,
            AgentBudgets budgets,
            HandoverOffers offers,
            Secrets secrets,
            Limits limits,
            Clock clock,
            Supplier<String> random) {
        this.commands = commands;
        this.budgets = budgets;
        this.offers = offers;
        this.secrets = secrets;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /** The answer to the agent who offers. */
    public sealed interface Offering {

        /** A colleague may take the call by this code. */
        record Offered(HandoverCode code, Instant until) implements Offering {}

        /** The agent has no such verification. */
        record NotVerified() implements Offering {}

        /** The agent started too many calls. */
        record Refused(TooMany tooMany) implements Offering {}
    }

    /**
     * The answer to the agent who takes.
     *
     * @param at when it was decided
     * @param customer the customer's state after it; null if no call was found
     */
    public record Answer(
            Taking taking, Instant at, @Nullable Customer customer) {}

    /** What became of a code. */
    public sealed interface Taking {

        /** The call is this agent's. */
        record Taken(VerificationId id, Verification verification) implements Taking {}

        /** No call is offered by this code, or not any more. */
        record Rejected() implements Taking {}

        /** The agent is suspended. */
        record AgentSuspended(Suspension suspension) implements Taking {}
    }

    /** Offers a call, in place of an earlier offer. If another call is offered by the same code, the next attempt draws another. */
    public Performed<Offering> offer(VerificationId id, AgentId agent) {
        return commands.perform(id.customer(), new Actor.Agent(agent, null), (snapshot, now) -> {
            if (held(snapshot.state(), id.key(), now)
                    .filter(each -> each.agent().equals(agent))
                    .isEmpty()) {
                return Decision.tell(new Offering.NotVerified());
            }
            var budget = budgets.read(agent);
            var tooMany = CallBudgets.full(budget, limits, now);
            if (tooMany.isPresent()) {
                return Decision.tell(new Offering.Refused(tooMany.get()));
            }
            var code = HandoverCode.of(random.get());
            var offer = new HandoverOffer(
                    offers.place(code), id, now.plus(limits.calls().handover()));
            return Decision.record(
                    new Event.HandoverOffered(id.key(), offer.note()),
                    new Offering.Offered(code, offer.until()),
                    new AgentCounted(budget.withCall(now)),
                    new HandoverPlaced(offer, now));
        });
    }

    /**
     * Takes an offered call. A code that finds none counts for the agent as a wrong PIN does; the same agent's repeated request gets the
     * same answer.
     */
    public Answer take(HandoverCode code, AgentOnCall by) {
        var now = clock.instant();
        var suspended = budgets.read(by.id()).suspension(now);
        if (suspended.isPresent()) {
            return new Answer(new Taking.AgentSuspended(suspended.get()), now, null);
        }
        var offer = offers.find(offers.place(code), now);
        return offer.map(found -> take(found, by)).orElseGet(() -> wrong(by.id(), now));
    }

    private Answer take(HandoverOffer offer, AgentOnCall by) {
        var before = offer.verification().key();
        var key = keyAfter(before, by.id());
        var id = new VerificationId(offer.verification().customer(), key);
        try (var session = secrets.session()) {
            var performed = commands.<Taking>perform(id.customer(), by.actor(), (snapshot, now) -> {
                var mine = held(snapshot.state(), key, now);
                if (mine.isPresent()) {
                    return Decision.tell(new Taking.Taken(id, mine.get()));
                }
                var offered = held(snapshot.state(), before, now)
                        .filter(each -> offer.note().equals(each.notes().offer())
                                && now.isBefore(offer.until())
                                && !each.agent().equals(by.id()));
                if (offered.isEmpty()) {
                    return Decision.tell(new Taking.Rejected());
                }
                var mark = CallMark.of(session.pinKey(snapshot), by, key);
                return Decision.record(
                        new Event.HandedOver(before, key, mark.mark(), mark.agentName()),
                        new Taking.Taken(id, offered.get().handedTo(by.id(), key, mark.mark(), mark.agentName())));
            });
            // The code of an offer that was replaced, taken or ended finds no call either: whoever guesses may meet it.
            if (performed.outcome() instanceof Taking.Rejected) {
                return wrong(by.id(), performed.at());
            }
            return new Answer(performed.outcome(), performed.at(), performed.state());
        }
    }

    private static Optional<Verification> held(Customer customer, String key, Instant now) {
        return customer.verification(key, now);
    }

    /** Known before the append, so that a repeated request recognizes what the first one did. Nobody but that agent can use it. */
    static String keyAfter(String before, AgentId next) {
        var hash = Hash.of(("handover\n" + before + '\n' + next.value()).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash.bytes(), KEY_BYTES));
    }

    private Answer wrong(AgentId agent, Instant now) {
        return Race.<AgentBudget, Answer>run("the agent's budget", () -> budgets.read(agent), budget -> {
            var suspended = budget.suspension(now);
            if (suspended.isPresent()) {
                return Optional.of(new Answer(new Taking.AgentSuspended(suspended.get()), now, null));
            }
            return budgets.write(budget.withWrongHandover(limits, now))
                    ? Optional.of(new Answer(new Taking.Rejected(), now, null))
                    : Optional.empty();
        });
    }
}
