package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two windows of one panel: one activates, the other deactivates at the same moment. */
class UndoneActivationTest {

    @Test
    void anActivationThatIsUndoneMeanwhileShowsNoPinAndMayBeAskedForAgain(@TempDir Path data) {
        var between = new AfterAcceptance();
        try (var service = Service.in(data, "ActivationHandler", between)) {
            var customer = service.customer().activated();
            customer.deactivate().is(204);
            between.once(() -> customer.deactivate().is(204));

            var undone = customer.activate().isProblem(503, "temporarily-unavailable");

            assertThat(undone.header("retry-after")).contains("1");
            assertThat(undone.body().has("pin")).isFalse();
            assertThat(customer.activate().is(201).text("pin")).hasSize(6);
        }
    }
}
