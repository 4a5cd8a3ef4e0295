package org.supportpin.domain.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Notices.Journal;
import org.supportpin.domain.customer.Notices.Outcome;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.NoticeKind;

/** Keeps what became of notices. */
public final class RecordingJournal implements Journal {

    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();

    @Override
    public void attempted(NoticeKind kind, Channel channel, Outcome outcome, @Nullable Throwable reason) {
        outcomes.add(outcome);
    }

    @Override
    public void failed(RuntimeException reason) {
        failures.add(reason);
    }

    /** The outcomes of all attempts, in order. */
    public List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    public List<RuntimeException> failures() {
        return List.copyOf(failures);
    }
}
