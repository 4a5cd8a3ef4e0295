package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.audit.Change.ActionWritten;
import org.supportpin.domain.audit.Change.Removal;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.testing.Samples;

/** What needs a person is settled once; nothing else that has ended ever changes. */
class SettledLifeTest {

    private static final ActionRecord UNKNOWN =
            Samples.action(Samples.newCustomer(), Samples.NOON).ended(End.failed(Samples.NOON, true), 9);

    private static Optional<Kind> kind(ActionRecord before, ActionRecord after) {
        return ActionLife.judge(new ActionWritten(
                        before.id(),
                        new StoredAction(before.id(), before, true),
                        new StoredAction(after.id(), after, true),
                        Removal.NONE))
                .map(Violation::kind);
    }

    @Test
    void anOperatorMaySettleIt() {
        assertThat(kind(UNKNOWN, UNKNOWN.settled(true, Samples.NOON.plusSeconds(1), 10)))
                .isEmpty();
        assertThat(kind(UNKNOWN, UNKNOWN.settled(false, Samples.NOON.plusSeconds(1), 10)))
                .isEmpty();
    }

    @Test
    void butNotTwiceNorWithoutAnEntryNorWhatIsKnown() {
        var settled = UNKNOWN.settled(true, Samples.NOON.plusSeconds(1), 10);
        var known = Samples.action(Samples.newCustomer(), Samples.NOON).ended(End.failed(Samples.NOON, false), 9);

        assertThat(kind(settled, settled.settled(false, Samples.NOON, 11))).contains(Kind.ACTION_CHANGED);
        assertThat(kind(UNKNOWN, UNKNOWN.settled(true, Samples.NOON, 9))).contains(Kind.ACTION_CHANGED);
        assertThat(kind(UNKNOWN, settled.settled(true, Samples.NOON, 12))).contains(Kind.ACTION_CHANGED);
        assertThat(kind(UNKNOWN, UNKNOWN.ended(End.failed(Samples.NOON, true), 10)))
                .contains(Kind.ACTION_CHANGED);
        assertThat(kind(known, known.settled(true, Samples.NOON, 10))).contains(Kind.ACTION_CHANGED);
    }
}
