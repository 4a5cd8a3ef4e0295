package org.supportpin.local.routes;

import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.check.Fault;
import org.supportpin.local.http.Reply;

/** A refusal of a local route, as problem+json (RFC 9457) like those of the service. */
public final class Problem extends RuntimeException {

    private final int status;
    private final String slug;
    private final String title;
    private final List<Fault> faults;

    private Problem(int status, String slug, String title, String detail, List<Fault> faults) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.faults = List.copyOf(faults);
    }

    public static Problem malformed(String detail) {
        return new Problem(400, "malformed-request", "The request is malformed", detail, List.of());
    }

    /** The body is well-formed but invalid. */
    public static Problem invalid(List<Fault> faults) {
        return new Problem(
                422,
                "invalid-parameters",
                "Some parameters are invalid",
                "Correct the fields listed in errors[].",
                faults);
    }

    public static Problem invalid(String pointer, String message) {
        return invalid(List.of(new Fault(pointer, message)));
    }

    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, List.of());
    }

    Reply reply() {
        var body = Json.object()
                .put("type", "urn:support-pin:problem:" + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", Json.of(getMessage()));
        if (!faults.isEmpty()) {
            body.put(
                    "errors",
                    Json.array(
                            faults,
                            fault -> Json.object()
                                    .put("pointer", fault.pointer())
                                    .put("message", fault.message())
                                    .build()));
        }
        return Reply.text(status, "application/problem+json", JsonText.write(body.build()))
                .with("cache-control", "no-store");
    }
}
