package org.supportpin.local.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.function.FunctionHost;
import org.supportpin.local.function.StateMachines;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.Call;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.routes.Problem;

/**
 * What else runs by a schedule or by hand, run now: {@code POST /local/rotation-audit} answers the half-hourly audit's report, {@code POST
 * /local/sweep} the daily sweep's, {@code POST /local/rewrapping} the progress of a run that wraps all customers' keys again.
 */
public record RotationRoutes(FunctionHost functions, StateMachines machines) {

    /** Enough to open every secret on one machine. */
    private static final int SWEPT = 10_000;

    /** Enough to look at most customers of one machine. */
    private static final int DRAWN = 100;

    public void addTo(LocalRoutes routes) {
        routes.add(
                "POST", "/local/rotation-audit", call -> answer(call, this::audit, "audit-failed", "The audit failed"));
        routes.add(
                "POST",
                "/local/sweep",
                call -> answer(
                        call,
                        () -> machines.run(
                                "Sweep", Json.object().put("sample", SWEPT).build()),
                        "sweep-failed",
                        "The sweep failed"));
        routes.add(
                "POST",
                "/local/rewrapping",
                call -> answer(
                        call,
                        () -> machines.run("Rewrapping", Json.object().build()),
                        "rewrapping-failed",
                        "The run failed"));
    }

    private Json audit() throws FunctionFailed {
        var event = JsonText.write(Json.object().put("sample", DRAWN).build());
        return JsonText.readOwn(new String(functions.invoke("RotationAuditFunction", event.getBytes(UTF_8)), UTF_8));
    }

    @FunctionalInterface
    private interface Run {
        Json now() throws FunctionFailed;
    }

    private static Answer answer(Call call, Run run, String slug, String title) {
        call.allow();
        try {
            return Answer.ok(run.now());
        } catch (FunctionFailed e) {
            throw Problem.of(500, slug, title, "The console shows the reason. It may be run again.");
        }
    }
}
