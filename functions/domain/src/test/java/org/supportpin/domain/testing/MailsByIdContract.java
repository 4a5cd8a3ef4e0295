package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.CallOutcome;

/** The contract of a mail system that knows delivered mails by ID. */
public abstract class MailsByIdContract extends MailSenderContract {

    @Test
    void theSameMailOfAnActionIsSentOnce() {
        var id = newAction();
        for (var purpose : List.of("a", "a", "b")) {
            assertThat(mails().send(id, mail(purpose, purpose))).isInstanceOf(CallOutcome.Done.class);
        }

        assertThat(delivered(id)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatWasSentIsFoundAndNothingElse() {
        var id = newAction();
        assertThat(mails().send(id, mail("a", "text"))).isInstanceOf(CallOutcome.Done.class);

        assertThat(mails().find(id, mail("a", "text"))).isInstanceOf(CallOutcome.Done.class);
        assertThat(mails().find(id, mail("b", "text"))).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(mails().find(newAction(), mail("a", "text"))).isInstanceOf(CallOutcome.NotDone.class);
    }
}
