package org.supportpin.domain.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.mail.MailSender;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * Tells people what happened. A notice is queued with the append that causes it, so that it is never lost, and is sent at once;
 * if the provider does not take it, {@link OutboxDelivery} tries again. What only the outbox's schedule can send waits for it.
 */
public final class Notices {

    /**
     * With so many unanswered attempts, a mail that its system knows nothing of is not sent again: the next one would be one more of
     * the same.
     */
    private static final int MOST_UNANSWERED_MAILS = 2;

    private final Outbox outbox;
    private final Messenger messenger;
    private final MailRoute mails;
    private final Clock clock;
    private final Journal journal;

    public Notices(Outbox outbox, Messenger messenger, MailRoute mails, Clock clock, Journal journal) {
        this.outbox = outbox;
        this.messenger = messenger;
        this.mails = mails;
        this.clock = clock;
        this.journal = journal;
    }

    /** What became of an attempt to deliver a notice. */
    public enum Outcome {
        /** The provider has taken it. */
        TAKEN,
        /** It waits for another attempt. */
        WAITING,
        /** The provider refuses the recipient for good. */
        REFUSED,
        /** It became too old. */
        TOO_OLD,
        /** No provider's answer arrived, too often to try again: the customer has probably been told. */
        UNCERTAIN,
        /** The customer was forgotten, and with the record key went the text; or the notice address was removed: nobody is left to tell. */
        FORGOTTEN
    }

    /** Where operators see what became of notices. */
    public interface Journal {

        /**
         * An attempt has an outcome.
         *
         * @param reason why the notice was not taken; null if there is none
         */
        void attempted(NoticeKind kind, Channel channel, Outcome outcome, @Nullable Throwable reason);

        /** A notice could not be dealt with, or its outcome not recorded. It still waits. */
        void failed(RuntimeException reason);
    }

    /** A notice that the next append queues, with its text in clear. */
    public record Prepared(QueuedNotice queued, Notice notice) {

        public CompanionWrite.NoticeQueued write() {
            return new CompanionWrite.NoticeQueued(queued);
        }
    }

    /**
     * Prepares a notice for the entry that will follow a snapshot. It is sealed for the record key only if that opens.
     *
     * @param which of the entry's notices it is: 1, 2 …
     */
    public Prepared prepared(
            SecretSession session,
            Snapshot snapshot,
            int which,
            NoticeKind kind,
            Notice.Addressed notice,
            Instant now) {
        var id = NoticeId.of(snapshot.customer(), snapshot.nextSequence(), which);
        var customer = snapshot.customer();
        var channel = notice.channel();
        var _ = session.recordKey(snapshot);
        var sealed = snapshot.seal()
                .map(seal ->
                        new Ciphertext(seal.seal(label(id), notice.reveal()).bytes()))
                .orElseThrow();
        return new Prepared(
                isSentHere(channel)
                        ? QueuedNotice.first(id, customer, kind, channel, sealed, now)
                        : QueuedNotice.unsent(id, customer, kind, channel, sealed, now),
                notice);
    }

    /** The same for a mail, which is told from every other by the notice's ID. */
    Prepared prepared(SecretSession session, Snapshot snapshot, int which, NoticeKind kind, Mail mail, Instant now) {
        var id =
                NoticeId.of(snapshot.customer(), snapshot.nextSequence(), which).mailId();
        return prepared(session, snapshot, which, kind, new Notice.ByMail(id, mail), now);
    }

    private boolean isSentHere(Channel channel) {
        return switch (channel) {
            case SMS -> true;
            case MAIL -> mails instanceof MailRoute.Direct;
        };
    }

    /**
     * A queued notice, with its recipient; empty if it was for a notice address, and there is none any more.
     *
     * @throws SecretDoesNotOpen if the record key does not open it
     */
    static Optional<Notice.Addressed> opened(SecretSession session, Snapshot snapshot, QueuedNotice queued) {
        var sealed = SealedText.stored(
                snapshot.current().version(Purpose.RECORD), queued.sealed().bytes());
        var text = session.recordKey(snapshot).open(label(queued.id()), sealed);
        return switch (Notice.restored(text)) {
            case Notice.Addressed addressed -> Optional.of(addressed);
            case Notice.ToMobile(var sms) -> Optional.of(new Notice.BySms(session.mobile(snapshot), sms));
            case Notice.ToAddress mail ->
                new SealedAddresses(session, snapshot)
                        .find()
                        .map(address -> mail.to(address, queued.id().mailId()));
        };
    }

    static String label(NoticeId id) {
        return "notice " + id.value();
    }

    /** Sends a notice that has just been queued, unless the schedule must. Whatever goes wrong, the append stands and it waits. */
    public void tell(Prepared prepared) {
        if (!(prepared.notice() instanceof Notice.Addressed addressed) || !isSentHere(addressed.channel())) {
            return;
        }
        try {
            attempt(prepared.queued(), addressed);
        } catch (StoreUnavailable e) {
            // The lease ends by itself, and the next run of the outbox sends it again.
            journal.failed(e);
        }
    }

    /**
     * Makes one attempt with a notice that this process holds.
     *
     * @throws StoreUnavailable if what became of it could not be recorded; then it is sent again after its lease
     */
    Outcome attempt(QueuedNotice held, Notice.Addressed notice) {
        return switch (notice) {
            case Notice.BySms(var to, var text) -> recorded(held, messenger.send(to, text));
            case Notice.ByMail(var id, var mail) ->
                switch (mails) {
                    case MailRoute.Direct(var sender) -> attempt(held, sender, id, mail);
                    case MailRoute.ByOutbox() -> recorded(held, new Handover.NotTaken(null));
                };
        };
    }

    /** After an attempt that may have arrived, the mail system is asked first, if it can tell. */
    private Outcome attempt(QueuedNotice held, MailSender sender, MailId id, Mail mail) {
        if (!held.mayHaveBeenReceived()) {
            return recorded(held, sent(sender, id, mail));
        }
        CallOutcome<MailSender.Sent> before;
        try {
            before = sender.find(id, mail);
        } catch (BackOfficeUnavailable e) {
            return recorded(held, new Handover.NotTaken(e));
        }
        return switch (before) {
            case CallOutcome.Done<MailSender.Sent> _ -> recorded(held, new Handover.Taken());
            case CallOutcome.NotDone<MailSender.Sent> _ ->
                recorded(held.certainlyNotReceived(), sent(sender, id, mail));
            case CallOutcome.Refused<MailSender.Sent> _,
                    CallOutcome.Unfinished<MailSender.Sent> _,
                    CallOutcome.Unknown<MailSender.Sent> _ ->
                held.unanswered() > MOST_UNANSWERED_MAILS
                        ? end(held, Outcome.UNCERTAIN)
                        : recorded(held, sent(sender, id, mail));
        };
    }

    private static Handover sent(MailSender sender, MailId id, Mail mail) {
        try {
            return switch (sender.send(id, mail)) {
                case CallOutcome.Done<MailSender.Sent> _ -> new Handover.Taken();
                case CallOutcome.Refused<MailSender.Sent> _ -> new Handover.Refused();
                case CallOutcome.NotDone<MailSender.Sent> _ -> new Handover.NotTaken(null);
                case CallOutcome.Unfinished<MailSender.Sent> _, CallOutcome.Unknown<MailSender.Sent> _ ->
                    new Handover.Unanswered(null);
            };
        } catch (BackOfficeUnavailable e) {
            return new Handover.Unanswered(e);
        }
    }

    private Outcome recorded(QueuedNotice held, Handover handover) {
        var outcome = switch (handover) {
            case Handover.Taken() -> Outcome.TAKEN;
            case Handover.Refused() -> Outcome.REFUSED;
            case Handover.NotTaken _, Handover.Unanswered _ -> Outcome.WAITING;
        };
        journal.attempted(held.kind(), held.channel(), outcome, handover.reason());
        switch (handover) {
            case Handover.Taken(), Handover.Refused() -> outbox.remove(held);
            case Handover.NotTaken _ -> outbox.write(held.notTaken(clock.instant()));
            case Handover.Unanswered _ -> outbox.write(held.notAnswered(clock.instant()));
        }
        return outcome;
    }

    /** Ends a notice, held by this process, that is not to be sent any more. */
    Outcome end(QueuedNotice held, Outcome outcome) {
        journal.attempted(held.kind(), held.channel(), outcome, null);
        outbox.remove(held);
        return outcome;
    }

    /** See {@link Journal#failed}. */
    void failed(RuntimeException reason) {
        journal.failed(reason);
    }

    /** A notice that cannot be opened now waits for its next attempt. */
    void postpone(QueuedNotice held, RuntimeException reason) {
        journal.attempted(held.kind(), held.channel(), Outcome.WAITING, reason);
        outbox.write(held.notTaken(clock.instant()));
    }
}
