package org.supportpin.functions.currentpin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.customer.OpenAction;
import org.supportpin.domain.customer.PinView;
import org.supportpin.functions.http.Response;

/** The PIN view, for the panel. */
public final class PinViewJson {

    /** Reports a lock in answers without a body. */
    private static final String LOCK = "Phone-Verification";

    private PinViewJson() {}

    /** Reads what waiting actions would change. */
    @FunctionalInterface
    public interface Waiting {
        Json of(List<OpenAction> waiting);
    }

    /** The answer with a view; the status is used if there is a body. */
    static Response response(int status, PinView view, Waiting waiting) {
        return view instanceof PinView.Active active && !active.waiting().isEmpty()
                ? Response.json(
                                status,
                                active(active)
                                        .put("waiting", waiting.of(active.waiting()))
                                        .build())
                        .header("ETag", quoted(active.tag()))
                : response(status, view);
    }

    /** The same for a function that does not read waiting actions: if there are any, its view is none to be asked for by its tag. */
    public static Response response(int status, PinView view) {
        return switch (view) {
            case PinView.Active active -> {
                var response = Response.json(status, active(active).build());
                yield active.waiting().isEmpty() ? response.header("ETag", quoted(active.tag())) : response;
            }
            case PinView.Unchanged(var tag, var locked) ->
                Response.empty(304).header("ETag", quoted(tag)).header(LOCK, lock(locked));
            case PinView.Inactive(var mobileConfirmed, var pending) -> {
                var json = Json.object()
                        .put("status", "inactive")
                        .put("mobile", mobileConfirmed ? "confirmed" : "missing");
                putPending(json, pending);
                yield Response.json(status, json.build());
            }
        };
    }

    private static Json.Builder active(PinView.Active view) {
        var lock = view.standingLock();
        var json = Json.object()
                .put("status", "active")
                .put("asOf", view.asOf().toString())
                .put("pin", view.pin().digits())
                .put("validFrom", view.validFrom().toString())
                .put("validUntil", view.validUntil().toString())
                .put("maskedNumber", view.mobile().text())
                .put("phoneVerification", lock(lock.isPresent()))
                .put("telephone", view.telephone().text());
        lock.map(standing -> standing.until()).ifPresent(until -> json.put("lockedUntil", until.toString()));
        json.put(
                "sms",
                Json.object()
                        .put("availableAt", view.smsAvailableAt().toString())
                        .build());
        CallsShownJson.put(json, view.calls());
        putPending(json, view.pendingMobile());
        var used = view.lastUsed();
        return json.putIfPresent("lastUsed", used == null ? null : used.toString());
    }

    private static void putPending(Json.Builder json, PinView.@Nullable PendingNumber pending) {
        if (pending != null) {
            json.put(
                    "pendingMobile",
                    Json.object()
                            .put("maskedNumber", pending.number().text())
                            .put("expiresAt", pending.expiresAt().toString())
                            .put("resendAt", pending.resendAt().toString())
                            .build());
        }
    }

    /** An entity tag (RFC 9110 §8.8.3). */
    private static String quoted(String tag) {
        return '"' + tag + '"';
    }

    private static String lock(boolean locked) {
        return locked ? "locked" : "open";
    }
}
