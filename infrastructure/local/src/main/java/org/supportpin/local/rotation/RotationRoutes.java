package org.supportpin.local.rotation;

import org.supportpin.backoffice.json.Json;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.function.StateMachines;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.Call;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.routes.Problem;

/**
 * State machines that are run now: {@code POST /local/rotation-audit} answers the report, {@code POST /local/rewrapping} the progress
 * of a run that wraps all customers' keys again.
 */
public record RotationRoutes(StateMachines machines) {

    /** Enough to open every secret on one machine. */
    private static final int SAMPLE = 10_000;

    public void addTo(LocalRoutes routes) {
        routes.add(
                "POST",
                "/local/rotation-audit",
                call -> run(
                        call,
                        "RotationAudit",
                        Json.object().put("sample", SAMPLE),
                        "audit-failed",
                        "The audit failed"));
        routes.add(
                "POST",
                "/local/rewrapping",
                call -> run(call, "Rewrapping", Json.object(), "rewrapping-failed", "The run failed"));
    }

    private Answer run(Call call, String machine, Json.Builder input, String slug, String title) {
        call.allow();
        try {
            return Answer.ok(machines.run(machine, input.build()));
        } catch (FunctionFailed e) {
            throw Problem.of(500, slug, title, "The console shows the reason. It may be run again.");
        }
    }
}
