package org.supportpin.functions.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Deed;
import org.supportpin.domain.customer.Notices;
import org.supportpin.domain.customer.Notices.Prepared;
import org.supportpin.domain.customer.NoticesOnFile;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.mail.MailId;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.functions.action.ActionBinding.Result;
import org.supportpin.functions.http.Log;

/** What is told with the end of an action that was done: after a high-risk one an SMS and a mail to those on file, and its own mails. */
record ActionNotices(Notices notices, NoticesOnFile onFile, Log log) {

    /** The mail that is the action cannot be sealed, so it cannot be queued: nothing was done. */
    static final class NotQueued extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotQueued() {
            super("a mail could not be sealed, so it was not queued");
        }
    }

    /**
     * The notices for the entry that ends an action. One that cannot be sealed, because the customer's key does not open, is left
     * out: the end is recorded all the same.
     *
     * @throws NotQueued if the action would be nothing without it
     * @throws KeysUnavailable if the key service does not answer
     */
    List<Prepared> about(ActionRecord action, Result result, SecretSession session, Snapshot snapshot, Instant now) {
        var told = new ArrayList<Prepared>();
        var deed = new Deed(action.request().name(), result.changes());
        if (action.request().risk() == Risk.HIGH) {
            unlessLost(() -> {
                told.add(notices.prepared(
                        session, snapshot, 1, NoticeKind.ACTION_DONE, sms(deed, session, snapshot), now));
                onFile.done(action, deed, snapshot, 2, now).ifPresent(told::add);
            });
        }
        for (var each : result.mails().apply(snapshot.state().language())) {
            var mail = new Notice.ByMail(MailId.of(action.id()), each.mail());
            var isQueued = unlessLost(
                    () -> told.add(notices.prepared(session, snapshot, told.size() + 1, each.kind(), mail, now)));
            if (!isQueued && each.isTheAction()) {
                throw new NotQueued();
            }
        }
        return told;
    }

    private Notice.BySms sms(Deed deed, SecretSession session, Snapshot snapshot) {
        var language = snapshot.state().language();
        return new Notice.BySms(
                session.mobile(snapshot),
                SmsText.actionDone(language, deed.done(), room -> deed.doneValues(language, room), onFile.phone()));
    }

    /** Whether the notice could be sealed. */
    private boolean unlessLost(Runnable prepare) {
        try {
            prepare.run();
            return true;
        } catch (SecretDoesNotOpen e) {
            log.line()
                    .put(Log.Field.OUTCOME, "notice-not-sealed")
                    .error(e)
                    .count(Log.Metric.SECRETS_NOT_OPENING)
                    .write();
            return false;
        }
    }

    /** See {@link Notices#tell}. */
    void tell(Prepared prepared) {
        notices.tell(prepared);
    }
}
