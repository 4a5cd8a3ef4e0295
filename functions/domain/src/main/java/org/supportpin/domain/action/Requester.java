package org.supportpin.domain.action;

import java.util.stream.Stream;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;

/** Who requested an action. */
public sealed interface Requester {

    /** Whose action it is. */
    CustomerId customer();

    /** Who causes the action's entries, until it is carried out by someone else. */
    Actor actor();

    /** What identifies it, for the action's hash; of another length for each kind. */
    Stream<String> parts();

    /** An agent, for a caller who was verified. */
    record InCall(VerificationId verification, Actor.Agent agent) implements Requester {

        @Override
        public CustomerId customer() {
            return verification.customer();
        }

        @Override
        public Actor actor() {
            return agent;
        }

        @Override
        public Stream<String> parts() {
            return Stream.of(verification.text(), agent.id().value());
        }

        /** Whether it is this agent. */
        public boolean isBy(AgentId other) {
            return agent.id().equals(other);
        }
    }

    /**
     * The customer, in the panel, who undoes an action.
     *
     * @param undone the action that is undone
     */
    record Undoing(CustomerId customer, ActionId undone) implements Requester {

        @Override
        public Actor actor() {
            return new Actor.Panel();
        }

        @Override
        public Stream<String> parts() {
            return Stream.of("undo", customer.value(), undone.value());
        }
    }
}
