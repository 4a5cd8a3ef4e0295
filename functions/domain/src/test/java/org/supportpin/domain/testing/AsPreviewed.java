package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;

/** On whatever system an executor works, what its proposal shows is what is done, and making the proposal does nothing. */
final class AsPreviewed {

    private AsPreviewed() {}

    /**
     * Proposes the action twice, does it, and compares. Once it is done, the same proposal is not made again.
     *
     * @return the result
     */
    static <A extends Action, P, R> R done(ActionExecutor<A, P, R> executor, CustomerId customer, A action) {
        var id = new ActionId(UUID.randomUUID().toString().replace("-", "").substring(0, 24));
        var proposal = Verdicts.accepted(executor.plan(customer, action));
        assertThat(Verdicts.accepted(executor.plan(customer, action)))
                .as("asked twice")
                .isEqualTo(proposal);

        var outcome = executor.execute(id, customer, action, proposal.plan());

        assertThat(outcome).isInstanceOf(CallOutcome.Done.class);
        var result = ((CallOutcome.Done<R>) outcome).result();
        assertThat(executor.changes(result).stream().map(each -> each.noted(null)))
                .isNotEmpty()
                .isEqualTo(proposal.changes());
        return result;
    }
}
