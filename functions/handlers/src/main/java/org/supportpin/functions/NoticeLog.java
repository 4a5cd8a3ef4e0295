package org.supportpin.functions;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Notices.Journal;
import org.supportpin.domain.customer.Notices.Outcome;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;
import org.supportpin.functions.http.Log.Metric;

/** Logs what became of notices: one line for each attempt. */
record NoticeLog(Log log) implements Journal {

    @Override
    public void attempted(NoticeKind kind, Channel channel, Outcome outcome, @Nullable Throwable reason) {
        var line = log.line()
                .put(Field.NOTICE, kind.text())
                .put(Field.CHANNEL, channel.text())
                .put(Field.OUTCOME, text(outcome));
        if (reason != null) {
            line.error(reason);
        }
        switch (outcome) {
            case TAKEN, FORGOTTEN -> {}
            case WAITING -> line.count(channel == Channel.SMS ? Metric.SMS_UNAVAILABLE : Metric.MAIL_UNAVAILABLE);
            case REFUSED -> line.count(channel == Channel.SMS ? Metric.SMS_REFUSED : Metric.MAIL_REFUSED);
            case TOO_OLD, UNCERTAIN -> line.count(Metric.NOTICES_LOST);
        }
        line.write();
    }

    @Override
    public void failed(RuntimeException reason) {
        log.line().put(Field.OUTCOME, "notice-failed").error(reason).write();
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> "notice-taken";
            case WAITING -> "notice-waits";
            case REFUSED -> "notice-refused";
            case TOO_OLD -> "notice-too-old";
            case UNCERTAIN -> "notice-uncertain";
            case FORGOTTEN -> "notice-forgotten";
        };
    }
}
