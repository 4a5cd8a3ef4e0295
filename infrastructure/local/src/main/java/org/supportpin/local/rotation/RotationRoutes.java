package org.supportpin.local.rotation;

import org.supportpin.backoffice.json.Json;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.function.StateMachines;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.Call;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.routes.Problem;

/** {@code POST /local/rotation-audit} runs the audit now and answers with the report. */
public record RotationRoutes(StateMachines machines) {

    /** Enough to open every secret on one machine. */
    private static final int SAMPLE = 10_000;

    public void addTo(LocalRoutes routes) {
        routes.add("POST", "/local/rotation-audit", this::run);
    }

    private Answer run(Call call) {
        call.allow();
        try {
            return Answer.ok(machines.run(
                    "RotationAudit", Json.object().put("sample", SAMPLE).build()));
        } catch (FunctionFailed e) {
            throw Problem.of(
                    500, "audit-failed", "The audit failed", "The console shows the reason. There is no report.");
        }
    }
}
