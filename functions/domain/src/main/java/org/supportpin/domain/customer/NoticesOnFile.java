package org.supportpin.domain.customer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Notices.Prepared;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.NoticeText;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.domain.message.Wording;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.RecordSeal;

/**
 * Tells the mobile and the notice address on file. What is told is sealed with the record key's public half, so it opens no key and
 * calls nobody: no deed is slower, or fails, because it is told. The outbox looks up who is on file, and sends it within a minute.
 *
 * @param zone the time zone of times in texts
 */
public record NoticesOnFile(ZoneId zone, SupportPhone phone) {

    /**
     * A decision with what is told of its event, if that is told and was not within the last hour. Nothing is told without a key that
     * seals.
     */
    <O> Decision<O> with(Decision<O> decision, Snapshot snapshot, Instant now) {
        var event = decision.event();
        var kind = Told.kind(event).filter(each -> snapshot.state().told().isDue(each, now));
        if (event == null || kind.isEmpty()) {
            return decision;
        }
        return text(event, snapshot.state().language(), now)
                .map(text -> decision.and(writes(secret(decision, snapshot), snapshot, kind.get(), text, now)))
                .orElse(decision);
    }

    /** What is told when an action begins to wait; nothing if it does not, or is not of high risk. */
    public List<CompanionWrite> waiting(ActionRecord action, Deed deed, Snapshot snapshot, Instant now) {
        var gates = action.gates();
        if (gates == null || action.request().risk() != Risk.HIGH) {
            return List.of();
        }
        var language = snapshot.state().language();
        var text = wording(language, now)
                .waiting(deed.name(), room -> deed.values(language, room), deed.lines(language), gates.until());
        return writes(snapshot.current(), snapshot, NoticeKind.ACTION_WAITING, text, now);
    }

    /**
     * What is told to the notice address after a high-risk action was done; empty if there is no address, or no key that seals.
     *
     * @param which of the entry's notices it is: 1, 2 …
     */
    public Optional<Prepared> done(ActionRecord action, Deed deed, Snapshot snapshot, int which, Instant now) {
        var language = snapshot.state().language();
        var text = wording(language, now)
                .done(
                        deed.done(),
                        room -> deed.doneValues(language, room),
                        action.request().undone().isPresent());
        return snapshot.state().noticeAddress().isConfirmed()
                ? snapshot.seal()
                        .map(seal -> prepared(
                                seal, snapshot, which, NoticeKind.ACTION_DONE, mail(NoticeKind.ACTION_DONE, text), now))
                : Optional.empty();
    }

    /** What is told when an operator found out whether an action was done. */
    List<CompanionWrite> settled(ActionName action, boolean isDone, Snapshot snapshot, Instant now) {
        var text = wording(snapshot.state().language(), now).settled(Deed.name(action), Deed.done(action), isDone);
        return writes(snapshot.current(), snapshot, NoticeKind.ACTION_SETTLED, text, now);
    }

    Wording wording(Language language, Instant now) {
        return new Wording(language, now, zone, phone);
    }

    /** What loosens is told by the use case that loosens, which opens the record key for it. */
    private Optional<NoticeText> text(Event event, Language language, Instant now) {
        return switch (event) {
            case Event.Activated activated ->
                Optional.of(wording(activated.language(), now).activated());
            case Event.Deactivated _ -> Optional.of(wording(language, now).deactivated());
            case Event.PinRejected(var lock)
            when lock != null -> Optional.of(wording(language, now).locked(lock.until()));
            case Event.PolicyChanged(var before, var after)
            when !after.isLooserThan(before) ->
                Optional.of(wording(language, now).rulesTightened());
            default -> Optional.empty();
        };
    }

    /** The keys after the entry. */
    private static StoredSecret secret(Decision<?> decision, Snapshot snapshot) {
        return decision.alongside().stream()
                .flatMap(
                        each -> each instanceof SecretWritten(var written, var _) ? Stream.of(written) : Stream.empty())
                .findFirst()
                .orElseGet(snapshot::current);
    }

    private static List<CompanionWrite> writes(
            StoredSecret secret, Snapshot snapshot, NoticeKind kind, NoticeText text, Instant now) {
        var seal = secret.seal(snapshot.customer());
        if (seal.isEmpty()) {
            return List.of();
        }
        var writes = new ArrayList<CompanionWrite>();
        if (secret.mobile() != null) {
            writes.add(prepared(seal.get(), snapshot, 1, kind, new Notice.ToMobile(text.sms()), now)
                    .write());
        }
        if (snapshot.state().noticeAddress().isConfirmed()) {
            writes.add(prepared(seal.get(), snapshot, writes.size() + 1, kind, mail(kind, text), now)
                    .write());
        }
        return writes;
    }

    private static Notice.ToAddress mail(NoticeKind kind, NoticeText text) {
        return new Notice.ToAddress(kind.text(), text.subject(), text.mail());
    }

    private static Prepared prepared(
            RecordSeal seal, Snapshot snapshot, int which, NoticeKind kind, Notice.OnFile notice, Instant now) {
        var id = NoticeId.of(snapshot.customer(), snapshot.nextSequence(), which);
        var sealed =
                new Ciphertext(seal.seal(Notices.label(id), notice.reveal()).bytes());
        return new Prepared(QueuedNotice.unsent(id, snapshot.customer(), kind, notice.channel(), sealed, now), notice);
    }
}
