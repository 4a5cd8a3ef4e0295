package org.supportpin.functions.currentpin;

import org.supportpin.functions.http.Response;
import org.supportpin.json.Json;

/** The PIN view as the panel gets it. */
public final class PinViewJson {

    private PinViewJson() {}

    /**
     * The answer that bears a view.
     *
     * @param status where there is something to show
     */
    public static Response response(int status, PinView view) {
        return switch (view) {
            case PinView.Active active -> Response.json(status, active(active)).header("ETag", active.tag());
            case PinView.Unchanged(var tag) -> Response.empty(304).header("ETag", tag);
            case PinView.Inactive(var mobileConfirmed) ->
                Response.json(
                        status,
                        Json.object()
                                .put("status", "inactive")
                                .put("mobile", mobileConfirmed ? "confirmed" : "missing")
                                .build());
        };
    }

    private static Json active(PinView.Active view) {
        var lock = view.standingLock();
        var json = Json.object()
                .put("status", "active")
                .put("pin", view.pin().digits())
                .put("validFrom", view.validFrom().toString())
                .put("validUntil", view.validUntil().toString())
                .put("maskedNumber", view.mobile().masked())
                .put("phoneVerification", lock.isPresent() ? "locked" : "open");
        lock.map(standing -> standing.until()).ifPresent(until -> json.put("lockedUntil", until.toString()));
        return json.put(
                        "sms",
                        Json.object()
                                .put("availableAt", view.smsAvailableAt().toString())
                                .build())
                .build();
    }
}
