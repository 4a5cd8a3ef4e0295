package org.supportpin.domain.action;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Requester.InCall;
import org.supportpin.domain.action.Requester.Undoing;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.identity.VerificationId;

/**
 * The stored action, from acceptance to end. Acceptance and end are written with a ledger entry; changes in between are
 * conditional on the version.
 *
 * @param gates what it waits for; null once nothing stands before it
 * @param end how it ended; null while that is unknown
 * @param entries where the ledger has its acceptance and its end
 * @param version 1, 2 …
 */
public record ActionRecord(
        ActionId id,
        Request request,
        Texts texts,
        Dispatches dispatches,
        @Nullable Gates gates,
        @Nullable End end,
        Entries entries,
        long version) {

    /** Longer than any function's time-out: an action that was sent so long ago is executed by no function any more. */
    public static final Duration ABANDONED = Duration.ofSeconds(50);

    /** What was accepted. */
    public record Request(Requester by, ActionName name, Risk risk, Instant at) {

        /** Of an agent. */
        public Request(VerificationId verification, Actor.Agent agent, ActionName name, Risk risk, Instant at) {
            this(new InCall(verification, agent), name, risk, at);
        }

        /** The call in which an agent requested it; empty if the customer undoes an action. */
        public Optional<InCall> call() {
            return by instanceof InCall call ? Optional.of(call) : Optional.empty();
        }

        /** The action that it undoes; empty if an agent requested it. */
        public Optional<ActionId> undone() {
            return by instanceof Undoing(var _, var undone) ? Optional.of(undone) : Optional.empty();
        }

        /** Whether an agent requested it, and it is this one. */
        public boolean isBy(AgentId agent) {
            return call().filter(each -> each.isBy(agent)).isPresent();
        }
    }

    /**
     * The action as stored text.
     *
     * @param parameters the requested parameters; of an undo, those of the action that it undoes
     * @param plan the plan
     * @param shown what the customer sees while the action waits: each thing before and after; null if nothing stands before it
     */
    public record Texts(
            SealedText parameters,
            SealedText plan,
            @Nullable SealedText shown) {

        /** Of an action that is executed at once. */
        public Texts(SealedText parameters, SealedText plan) {
            this(parameters, plan, null);
        }

        public Texts withShown(SealedText changes) {
            return new Texts(parameters, plan, changes);
        }
    }

    /**
     * How often the action was, or may have been, sent to the back office.
     *
     * @param count 1, 2 …; 0 while it waits
     * @param last when it was last sent; while it waits, when it was accepted
     */
    public record Dispatches(int count, Instant last) {

        Dispatches oneMore(Instant at) {
            return new Dispatches(count + 1, at);
        }
    }

    /**
     * A refusal as it is stored.
     *
     * @param detail null if there was no key to seal it with
     */
    public record StoredRefusal(String rule, @Nullable SealedText detail) {}

    /**
     * The action's entries in its customer's ledger, by their sequences.
     *
     * @param accepted 1 or more
     * @param ended 0 while it has none
     */
    public record Entries(long accepted, long ended) {}

    /**
     * How an action ended.
     *
     * @param result in the functions' form; {@link #AS_PLANNED}; null if nothing was done, or it could not be stored
     * @param refusal why it was refused; null if it was done or failed
     * @param needsHuman whether a person must find out what was done
     */
    public record End(
            ActionStatus status,
            Instant at,
            @Nullable SealedText result,
            @Nullable StoredRefusal refusal,
            boolean needsHuman) {

        /** The result is what the plan says, and is not stored a second time. */
        public static final String AS_PLANNED = "as planned";

        public static End succeeded(Instant at, @Nullable SealedText result) {
            return new End(ActionStatus.SUCCEEDED, at, result, null, false);
        }

        public static End refused(Instant at, StoredRefusal refusal) {
            return new End(ActionStatus.REFUSED, at, null, refusal, false);
        }

        public static End stopped(Instant at) {
            return new End(ActionStatus.STOPPED, at, null, null, false);
        }

        public static End failed(Instant at, boolean needsHuman) {
            return new End(ActionStatus.FAILED, at, null, null, needsHuman);
        }
    }

    /**
     * A newly accepted action. Without gates, it is sent for the first time.
     *
     * @param entry the sequence of the entry that accepts it
     */
    public static ActionRecord accepted(ActionId id, Request request, Texts texts, @Nullable Gates gates, long entry) {
        return new ActionRecord(
                id,
                request,
                texts,
                new Dispatches(gates == null ? 1 : 0, request.at()),
                gates,
                null,
                new Entries(entry, 0),
                1);
    }

    /** A newly accepted action before which nothing stands. */
    public static ActionRecord accepted(ActionId id, Request request, Texts texts, long entry) {
        return accepted(id, request, texts, null, entry);
    }

    public CustomerId customer() {
        return request.by().customer();
    }

    /** Cover all that is stored of the action when it is accepted. */
    public ActionHashes hashes() {
        var asked = Stream.of(
                        Stream.of(id.value()),
                        request.by().parts(),
                        Stream.of(
                                request.name().text(),
                                request.risk().text(),
                                Long.toString(request.at().toEpochMilli()),
                                text(texts.parameters())))
                .flatMap(each -> each)
                // With its length, so that no text can be moved from one into the next.
                .map(each -> each.length() + ":" + each)
                .collect(Collectors.joining());
        var shown = texts.shown();
        return new ActionHashes(
                hash(asked), hash(shown == null ? text(texts.plan()) : text(texts.plan()) + "\n" + text(shown)));
    }

    /** As it is stored: sealed, so that nobody finds the text by hashing guesses. */
    private static String text(SealedText sealed) {
        return sealed.keyVersion() + " " + HexFormat.of().formatHex(sealed.bytes());
    }

    private static Hash hash(String text) {
        return Hash.of(text.getBytes(StandardCharsets.UTF_8));
    }

    public ActionStatus status() {
        if (end != null) {
            return end.status();
        }
        return gates == null ? ActionStatus.PENDING : ActionStatus.WAITING;
    }

    /** Its place in the queue of recovery, which takes what has been there for {@link #ABANDONED}. */
    public Instant queuedAt() {
        return gates == null ? dispatches.last() : gates.until().minus(ABANDONED);
    }

    /** The same action, sent once more. */
    public ActionRecord dispatched(Instant at) {
        return next(dispatches.oneMore(at), gates, null, entries);
    }

    /** The waiting action with other gates. */
    public ActionRecord waitingFor(Gates left) {
        return next(dispatches, left, null, entries);
    }

    /** The waiting action when its last gate opens: it is sent for the first time. */
    public ActionRecord released(Instant at) {
        return next(dispatches.oneMore(at), null, null, entries);
    }

    /**
     * The action at its end.
     *
     * @param entry the sequence of the entry that ends it
     */
    public ActionRecord ended(End how, long entry) {
        return next(dispatches, gates, how, new Entries(entries.accepted(), entry));
    }

    /** Whether it has ended, and a person must find out how, so far as a ledger knows of it. */
    public boolean needsHuman() {
        return end != null && end.needsHuman() && entries.ended() > 0;
    }

    /**
     * The action as an operator settled it.
     *
     * @param isDone whether it was done, as it was planned
     * @param entry the sequence of the entry that says so
     */
    public ActionRecord settled(boolean isDone, Instant at, long entry) {
        return ended(new End(isDone ? ActionStatus.SUCCEEDED : ActionStatus.FAILED, at, null, null, false), entry);
    }

    private ActionRecord next(Dispatches sent, @Nullable Gates left, @Nullable End how, Entries recorded) {
        return new ActionRecord(id, request, texts, sent, left, how, recorded, version + 1);
    }
}
