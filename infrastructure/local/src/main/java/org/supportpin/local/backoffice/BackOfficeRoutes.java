package org.supportpin.local.backoffice;

import java.util.ArrayList;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.WireName;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.Call;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.routes.Problem;
import org.supportpin.simulated.Operation;
import org.supportpin.simulated.SimulatedBackOffice;

/** {@code GET /local/back-office} shows its content, {@code POST /local/back-office/faults} makes its next calls fail. */
public record BackOfficeRoutes(SimulatedBackOffice backOffice) {

    private static final int MOST_TIMES = 100;

    public void addTo(LocalRoutes routes) {
        routes.add("GET", "/local/back-office", call -> Answer.ok(backOffice.state()));
        routes.add("POST", "/local/back-office/faults", this::inject);
    }

    private Answer inject(Call call) {
        call.allow("operation", "fault", "times");
        var faults = new ArrayList<Fault>();
        var operation =
                WireName.find(Operation.values(), call.body().path("operation").asText());
        if (operation.isEmpty()) {
            faults.add(new Fault("/operation", "Use one of the operations listed by GET /local/back-office."));
        }
        var fault = WireName.find(
                org.supportpin.simulated.Fault.values(),
                call.body().path("fault").asText());
        if (fault.isEmpty()) {
            faults.add(new Fault("/fault", "Use timeout, error or refuse."));
        }
        var times = call.body().path("times");
        var count = call.body().has("times") ? Read.integer(0, MOST_TIMES).from(times) : Checked.valid(1);
        if (count instanceof Checked.Faulty<Integer>(var found)) {
            found.forEach(each -> faults.add(each.within("times")));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        backOffice.inject(operation.orElseThrow(), fault.orElseThrow(), count.orThrow());
        return Answer.noContent();
    }
}
