package org.supportpin.domain.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event.ActionAccepted;
import org.supportpin.domain.customer.Event.ActionFinished;
import org.supportpin.domain.customer.Event.ActionStopped;
import org.supportpin.domain.customer.Event.GateOpened;
import org.supportpin.domain.customer.Event.PinRejected;
import org.supportpin.domain.customer.Event.PinSent;
import org.supportpin.domain.customer.Event.UndoAccepted;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Limits.PinLifetimes;
import org.supportpin.domain.customer.OpenAction;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.UndoRules;
import org.supportpin.domain.customer.Verification;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.PinCounter;

/**
 * Replays a ledger, entry by entry: each state must result from the event and the state before, each PIN that verified must have been
 * acceptable at the time and used once, each action must have been accepted under a verification that was running, and nothing against
 * the customer's own rules, and each undo from the customer. Each entry is checked against the previous one, so that a fault is
 * reported once and at its place. It remembers one entry and the PINs used in the last {@value #MEMORY}: a PIN that was used earlier
 * has a generation or a half hour that is past, and is reported as out of its time.
 */
final class Replay {

    /** How many entries back a used PIN is remembered as such. */
    static final int MEMORY = 50;

    private final CustomerId customer;
    private final Limits limits;
    private final Instant since;
    private final Consumer<Violation> tell;
    private final Deque<UsedPin> used = new ArrayDeque<>();
    /** Who requested the actions that are open, as far as this replay has seen it. */
    private final Map<ActionId, AgentId> requested = new HashMap<>();

    /** The place of the entry before the next one; 0 before the first. */
    private long place;

    /** The time and the state of the entry before; null if it can no longer be known. */
    private @Nullable Instant at;

    private @Nullable Customer state;

    /**
     * Replays a ledger from its beginning or from a later place.
     *
     * @param limits the current limits
     * @param since when these limits took effect; before that, any limits that a deployment may choose are allowed
     */
    Replay(CustomerId customer, Limits limits, Instant since, Consumer<Violation> tell) {
        this.customer = customer;
        this.limits = limits;
        this.since = since;
        this.tell = tell;
    }

    /** Goes on after an entry, with what was remembered there. */
    void goOn(long after, LedgerMemory memory) {
        place = after;
        at = memory.at();
        state = memory.state();
        used.addAll(memory.pins());
        requested.putAll(memory.requested());
    }

    /** What is remembered after the last entry; null if there is none or it is not sound. */
    @Nullable LedgerMemory memory() {
        if (at == null || state == null) {
            return null;
        }
        var recent = used.stream().filter(each -> each.place() > place - MEMORY).toList();
        return new LedgerMemory(at, state, recent, requested);
    }

    /** Takes an entry as it is, because the one before is not known: what follows is judged by it. */
    void begin(StoredEntry stored, Entry entry) {
        if (entry.event() instanceof Verified(var _, var counter, var _, var _, var _, var _) && counter != null) {
            used.add(new UsedPin(entry.state().pinKey(), counter, stored.place()));
        }
        remember(stored, entry);
    }

    private void remember(StoredEntry stored, @Nullable Entry entry) {
        place = stored.place();
        at = entry == null ? null : entry.at();
        state = entry == null ? null : entry.state();
    }

    /** Replays the next entry, by its place. */
    void next(StoredEntry stored) {
        var entry = stored.sound(customer);
        var before = before(stored);
        if (entry != null && before != null) {
            verifyState(entry, before);
            verifyFreeze(entry, before);
            switch (entry.event()) {
                case Verified verified -> verifyPin(entry, verified, before);
                case ActionAccepted accepted -> verifyAction(entry, accepted, before);
                case UndoAccepted undo -> verifyUndo(entry, undo);
                case GateOpened opened -> verifyGates(entry, opened, before);
                case ActionFinished finished -> verifyReleased(entry, finished, before);
                case ActionStopped stopped -> stopped.actions().forEach(each -> requested.remove(each.id()));
                default -> {
                    // Only the fold says something about it.
                }
            }
        }
        remember(stored, entry);
    }

    /** The state before an entry; null if it can no longer be known. */
    private @Nullable Customer before(StoredEntry stored) {
        if (stored.place() == 1) {
            return Customer.fresh(customer);
        }
        return place == stored.place() - 1 ? state : null;
    }

    private void verifyState(Entry entry, Customer before) {
        if (!isFold(entry, before)) {
            tell(Kind.STATE_NOT_FOLD, entry);
        }
    }

    private static boolean isFold(Entry entry, Customer before) {
        try {
            return before.apply(entry.event(), entry.actor(), entry.sequence(), entry.at())
                    .equals(entry.state());
        } catch (RuntimeException eventThatCannotBe) {
            // Whatever a forged event or state does to the rules, it is no fold.
            return false;
        }
    }

    private void verifyPin(Entry entry, Verified verified, Customer before) {
        var counter = verified.counter();
        if (counter == null) {
            // A typed code is derived from its request, without which the entry does not fold.
            return;
        }
        var pin = new UsedPin(before.pinKey(), counter, entry.sequence());
        used.removeIf(each -> each.place() < pin.place() - MEMORY);
        if (used.stream().anyMatch(pin::isSamePin)) {
            tell(Kind.PIN_USED_TWICE, entry);
        } else if (!before.isActive() || !isOfItsTime(counter, before, entry.at())) {
            tell(Kind.PIN_OUT_OF_TIME, entry);
        }
        used.add(pin);
    }

    private boolean isOfItsTime(PinCounter counter, Customer before, Instant at) {
        try {
            return isAccepted(counter, before, at);
        } catch (ArithmeticException | DateTimeException beyondAllTime) {
            return false;
        }
    }

    /** The state folds without it too, so the acceptance is judged by itself. */
    private void verifyAction(Entry entry, ActionAccepted accepted, Customer before) {
        if (accepted.gates() != null && entry.actor() instanceof Actor.Agent(var agent, var _)) {
            requested.put(accepted.actionId(), agent);
        }
        var running = before.verification(accepted.verification(), entry.at())
                .filter(each -> entry.actor() instanceof Actor.Agent(var agent, var _)
                        && each.agent().equals(agent));
        if (running.isEmpty()) {
            tell(Kind.ACTION_NOT_VERIFIED, entry);
        } else if (isForbidden(before.policy().terms(), accepted, running.get())) {
            tell(Kind.AGAINST_CUSTOMERS_RULES, entry);
        }
    }

    /** Separate from {@code Policy}'s own judgement, for the same reason as with PINs. */
    private static boolean isForbidden(Terms terms, ActionAccepted accepted, Verification running) {
        var gates = accepted.gates();
        var rule = terms.actions().get(accepted.action());
        return rule == Rule.NEVER
                || (rule == Rule.ASK && (gates == null || !gates.has(Gate.CONSENT)))
                || (terms.afterSms() == AfterSms.STANDARD_ONLY
                        && accepted.risk() == Risk.HIGH
                        && running.source() == PinSource.SMS);
    }

    /** While telephone support is frozen, no agent does anything in the customer's name. */
    private void verifyFreeze(Entry entry, Customer before) {
        var isByTelephone = switch (entry.event()) {
            case Verified _, PinSent _, PinRejected _, ActionAccepted _ -> entry.actor() instanceof Actor.Agent;
            default -> false;
        };
        if (isByTelephone && before.policy().terms().telephone() == Telephone.FROZEN) {
            tell(Kind.AGAINST_CUSTOMERS_RULES, entry);
        }
    }

    /** Nobody but the customer undoes anything, and each attempt has the one ID that it can have. */
    private void verifyUndo(Entry entry, UndoAccepted undo) {
        var isSound = entry.actor() instanceof Actor.Panel
                && UndoRules.isUndoable(undo.action())
                && undo.actionId().equals(ActionId.ofUndo(undo.undone(), undo.attempt()));
        if (!isSound) {
            tell(Kind.ACTION_NOT_VERIFIED, entry);
        }
    }

    private void verifyGates(Entry entry, GateOpened opened, Customer before) {
        var gates = before.openAction(opened.actionId()).map(OpenAction::gates);
        var isSound = gates.filter(each -> opened.gates().stream().allMatch(each::has) && !each.isOver(entry.at()))
                .filter(each -> mayOpen(entry.actor()).containsAll(opened.gates()))
                .filter(each -> !(entry.actor() instanceof Actor.Service) || each.isReleased(entry.at()))
                .isPresent();
        if (!isSound || isOwnApproval(entry, opened)) {
            tell(Kind.ACTION_NOT_RELEASED, entry);
        } else if (gates.orElseThrow().without(opened.gates()) == null
                && isForbiddenByNow(before.policy().terms(), opened)) {
            tell(Kind.AGAINST_CUSTOMERS_RULES, entry);
        }
    }

    /** Whether the customer's rules, which may have become stricter while the action waited, forbid that it is released. */
    private static boolean isForbiddenByNow(Terms terms, GateOpened opened) {
        return terms.telephone() == Telephone.FROZEN || terms.actions().get(opened.action()) == Rule.NEVER;
    }

    /** Time opens a hold, and the customer does in the panel; no agent opens one. */
    private static Set<Gate> mayOpen(Actor actor) {
        return switch (actor) {
            case Actor.Panel() -> Set.of(Gate.CONSENT, Gate.HOLD);
            case Actor.Agent _ -> Set.of(Gate.CONSENT, Gate.APPROVAL);
            case Actor.Service() -> Set.of(Gate.HOLD);
            case Actor.Auditor _ -> Set.of();
        };
    }

    private boolean isOwnApproval(Entry entry, GateOpened opened) {
        return opened.gates().contains(Gate.APPROVAL)
                && entry.actor() instanceof Actor.Agent(var agent, var _)
                && agent.equals(requested.get(opened.actionId()));
    }

    private void verifyReleased(Entry entry, ActionFinished finished, Customer before) {
        requested.remove(finished.actionId());
        if (before.openAction(finished.actionId()).map(OpenAction::gates).isPresent()) {
            tell(Kind.ACTION_NOT_RELEASED, entry);
        }
    }

    /** Separate from {@code PinMatch}, which accepts PINs, so that a bug there is not repeated here. */
    private boolean isAccepted(PinCounter counter, Customer before, Instant at) {
        var phase = before.phase();
        long age = phase.step(at) - counter.step();
        if (counter.generation() != before.pins().generation() || age < 0 || age > 1) {
            return false;
        }
        var changed = phase.start(phase.step(at));
        var grace = at.isBefore(since)
                ? PinLifetimes.PREVIOUS_GRACE.most()
                : limits.pins().previousGrace();
        var shownBefore = before.pins().since().isBefore(changed) && at.isBefore(changed.plus(grace));
        var sent = before.pins().sent().stream()
                .anyMatch(each -> each.step() == counter.step() && at.isBefore(each.acceptedUntil()));
        return age == 0 || shownBefore || sent;
    }

    private void tell(Kind kind, Entry entry) {
        tell.accept(new Violation(kind, customer, entry.sequence()));
    }
}
