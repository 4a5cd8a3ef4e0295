package org.supportpin.local.backoffice;

import java.util.ArrayList;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.check.Fault;
import org.supportpin.local.json.Json;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.Call;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.routes.Problem;
import org.supportpin.simulated.Operation;
import org.supportpin.simulated.SimulatedBackOffice;

/** {@code GET /local/back-office} shows everything in it, {@code POST /local/back-office/faults} makes its next calls go wrong. */
public record BackOfficeRoutes(SimulatedBackOffice backOffice) {

    private static final int MOST_TIMES = 100;

    public void addTo(LocalRoutes routes) {
        routes.add("GET", "/local/back-office", call -> Answer.ok(Json.read(JsonText.write(backOffice.state()))));
        routes.add("POST", "/local/back-office/faults", this::inject);
    }

    private Answer inject(Call call) {
        call.allow("operation", "fault", "times");
        var faults = new ArrayList<Fault>();
        var operation = Operation.of(call.body().path("operation").asText());
        if (operation.isEmpty()) {
            faults.add(new Fault("/operation", "Name one of the operations that GET /local/back-office lists."));
        }
        var fault = org.supportpin.simulated.Fault.of(call.body().path("fault").asText());
        if (fault.isEmpty()) {
            faults.add(new Fault("/fault", "Give timeout, error or refuse."));
        }
        var times = call.body().path("times");
        if (!times.isMissingNode() && !(times.isInt() && times.intValue() >= 0 && times.intValue() <= MOST_TIMES)) {
            faults.add(new Fault("/times", "Give a whole number from 0 to " + MOST_TIMES + "."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        backOffice.inject(operation.orElseThrow(), fault.orElseThrow(), times.asInt(1));
        return Answer.noContent();
    }
}
