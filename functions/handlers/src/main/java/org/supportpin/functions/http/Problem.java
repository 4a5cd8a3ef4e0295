package org.supportpin.functions.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.Fault;

/**
 * An error (RFC 9457).
 *
 * @param slug the end of its {@code type}, {@code urn:support-pin:problem:<slug>}
 * @param members {@code detail} and extensions
 */
public record Problem(int status, String slug, String title, Map<String, Json> members, Map<String, String> headers) {

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String slug, String title) {
        return new Problem(status, slug, title, Map.of(), Map.of());
    }

    /** Well-formed but invalid; reports all faults together. */
    public static Problem invalid(List<Fault> faults) {
        return of(422, "invalid-parameters", "Some parameters are invalid")
                .detail("Correct the fields listed in errors[] and send the request again.")
                .with("errors", errors(faults));
    }

    /** What is wrong, and where; {@code text} has the words in every language, if the service has them. */
    public static Json errors(List<Fault> faults) {
        return Json.array(
                faults,
                fault -> Json.object()
                        .put("pointer", fault.pointer())
                        .put("message", fault.message())
                        .putIfPresent("text", fault.greek() == null ? null : text(fault.greek(), fault.message()))
                        .build());
    }

    /** Words in every language. */
    public static Json text(String greek, String english) {
        return TextJson.of(greek, english);
    }

    public Problem detail(String detail) {
        return with("detail", Json.of(detail));
    }

    public Problem with(String member, Json value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, slug, title, more, headers);
    }

    /** When the request will be possible: {@code Retry-After}, rounded up to seconds, and {@code retryAt}. */
    public Problem retryAt(Instant at, Instant now) {
        var wait = Duration.between(now, at).plusMillis(999).toSeconds();
        return with("retryAt", Json.of(at.toString())).retryAfter(Math.max(1, wait));
    }

    /** In how many seconds to send the same request again. */
    public Problem retryAfter(long seconds) {
        var more = new LinkedHashMap<>(headers);
        more.put("Retry-After", Long.toString(seconds));
        return new Problem(status, slug, title, members, more);
    }

    public Response response() {
        var body = Json.object()
                .put("type", "urn:support-pin:problem:" + slug)
                .put("title", title)
                .put("status", status);
        members.forEach(body::put);
        return new Response(status, slug, headers, body.build());
    }
}
