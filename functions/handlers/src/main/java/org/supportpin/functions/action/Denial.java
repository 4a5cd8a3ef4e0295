package org.supportpin.functions.action;

import java.time.Instant;
import java.util.List;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.message.Handover;

/** Why an action is not accepted, nor shown in advance. */
sealed interface Denial extends ActionService.Outcome, ActionPlanner.Plan, ActionPlanner.Preview {

    /** The agent has no current verification with this id. */
    record NotVerified() implements Denial {}

    /** Too many requests of this verification were refused. */
    record RefusalsUsedUp() implements Denial {}

    /** A rule forbids it; only the refusal is recorded. */
    record Refused(Refusal refusal) implements Denial {}

    /** The customer's own rules forbid it; only the refusal is recorded. */
    record NotAllowed(Refusal refusal) implements Denial {}

    /** The customer has frozen telephone support; nothing is recorded. */
    record Frozen() implements Denial {}

    /** The facts showed faults in the parameters; only that they did is recorded. */
    record Faulty(List<Fault> faults) implements Denial {}

    /** The SMS with the code would be one too many; nothing is recorded. */
    record TooManySms(Instant until, Whose whose, Instant at) implements Denial {}

    /** The SMS with the code was not taken, so the action was stopped. */
    record SmsNotSent(Handover handover) implements Denial {}

    /** The facts could not be read; nothing is recorded. */
    record BackOfficeDown() implements Denial {}
}
