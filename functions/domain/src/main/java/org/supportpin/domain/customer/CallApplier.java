package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.supportpin.domain.customer.Calls.Announcement;
import org.supportpin.domain.customer.Calls.Request;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;

/**
 * How events about calls change a customer's state. What cannot have happened, such as a typed code that nobody asked for, is refused,
 * so that the audit's replay finds it.
 */
record CallApplier(Customer customer, Actor actor, Instant at) {

    Customer apply(Event event) {
        return switch (event) {
            case Event.VerificationRequested(var key, var call, var name, var expiresAt, var attempts) ->
                changed(customer.calls().with(new Request(key, agent(), call, name, at, expiresAt, attempts)))
                        .withPin(customer.pin().called(at));
            case Event.TypedCodeRejected() ->
                changed(customer.calls().with(request().rejected()));
            case Event.CallsEnded() ->
                customer.withVerifications(Stream.empty()).withCalls(Calls.NONE);
            case Event.CallAnnounced announced -> announced(announced);
            case Event.AnnouncedCallEnded(var key) ->
                changed(isAnnounced(key) ? customer.calls().withoutAnnouncement() : customer.calls());
            case Event.HandoverOffered(var key, var offer) -> verification(key, each -> each.offered(offer));
            case Event.HandedOver(var before, var key, var call, var name) ->
                verification(before, each -> each.handedTo(agent(), key, call, name));
            default -> throw new IllegalArgumentException(event.type() + " is not about a call");
        };
    }

    /** The verification that a spoken PIN gives. */
    Verification spoken(Verified verified) {
        if (verified.source() == PinSource.TYPED) {
            throw new IllegalArgumentException("a PIN is spoken, not typed");
        }
        return Verification.of(verified, agent(), at);
    }

    /** The verification that a typed code gives. */
    Verification typed(Verified verified) {
        var request = request();
        if (!request.key().equals(verified.key()) || verified.source() != PinSource.TYPED) {
            throw new IllegalArgumentException("another code was asked for");
        }
        return Verification.of(request, verified.expiresAt(), at);
    }

    private Customer announced(Event.CallAnnounced announced) {
        var told = announced.bySms() ? customer.pin().told(at) : customer.pin();
        return changed(customer.calls()
                        .with(new Announcement(
                                announced.key(),
                                agent(),
                                announced.agentName(),
                                announced.reason(),
                                announced.shown(),
                                at,
                                announced.until())))
                .withPin(told.called(at));
    }

    private boolean isAnnounced(String key) {
        return customer.calls()
                .announcement(at)
                .filter(each -> each.key().equals(key))
                .isPresent();
    }

    private Customer changed(Calls next) {
        return customer.withVerifications(verifications()).withCalls(next);
    }

    private Customer verification(String key, UnaryOperator<Verification> change) {
        if (customer.verification(key, at).isEmpty()) {
            throw new IllegalArgumentException("there is no such verification");
        }
        return customer.withVerifications(
                verifications().map(each -> each.key().equals(key) ? change.apply(each) : each));
    }

    private Request request() {
        return customer.calls()
                .request(at)
                .orElseThrow(() -> new IllegalArgumentException("no typed verification was asked for"));
    }

    private AgentId agent() {
        if (!(actor instanceof Actor.Agent(var id, var _))) {
            throw new IllegalArgumentException("only an agent does this");
        }
        return id;
    }

    private Stream<Verification> verifications() {
        return customer.verifications().stream().filter(each -> at.isBefore(each.expiresAt()));
    }
}
