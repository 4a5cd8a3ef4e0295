package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Fault;

/** What the JSON of every action must keep. */
final class ActionJsonChecks {

    private ActionJsonChecks() {}

    /** The request has faults at exactly these places, separated by spaces. */
    static void assertFaults(ActionJson<?, ?, ?> json, String request, String pointers) {
        assertThat(json.parameters().from(JsonText.readOwn(request)))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(((Faulty<?>) faulty).faults())
                                .extracting(Fault::pointer)
                                .containsExactlyInAnyOrder(pointers.split(" ", -1)));
    }

    static <A extends Action, P> void assertReadBack(ActionJson<A, P, ?> json, P plan) {
        var text = JsonText.write(json.plan().write(plan));
        assertThat(json.plan().from(JsonText.readOwn(text)).orThrow()).isEqualTo(plan);
    }
}
