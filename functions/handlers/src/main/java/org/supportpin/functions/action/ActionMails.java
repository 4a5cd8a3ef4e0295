package org.supportpin.functions.action;

import java.util.List;
import java.util.function.BiFunction;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.notice.NoticeKind;

/**
 * The mails that are queued with an action's end.
 *
 * @param kind what they are about
 * @param of the mails about a result, for a customer of this language; none twice of the same purpose
 */
record ActionMails<R>(NoticeKind kind, BiFunction<R, Language, List<Mail>> of) {

    static <R> ActionMails<R> none() {
        return new ActionMails<>(NoticeKind.ACTION_DONE, (_, _) -> List.of());
    }

    /** A mail, and what it is about. */
    record ToQueue(NoticeKind kind, Mail mail) {

        /** Whether the action is nothing but this mail: if it cannot be queued, nothing was done. */
        boolean isTheAction() {
            return kind == NoticeKind.ORDER_DETAILS;
        }
    }

    List<ToQueue> about(R result, Language customer) {
        return of.apply(result, customer).stream()
                .map(mail -> new ToQueue(kind, mail))
                .toList();
    }
}
