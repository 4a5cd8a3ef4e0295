package org.supportpin.local.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.template.Cors;

/** CORS as in the template; pages from this machine are allowed too. */
record CorsPolicy(Cors cors) {

    /** Pages from this machine: the gateway's own, and a panel under development. */
    private static final Pattern LOCAL = Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    /** Whether the request has an allowed origin or none. */
    boolean allows(Request request) {
        return !request.headers().containsKey("origin")
                || request.header("origin").filter(this::isAllowed).isPresent();
    }

    private boolean isAllowed(String origin) {
        return LOCAL.matcher(origin).matches()
                || cors.origins().contains(origin)
                || cors.origins().contains("*");
    }

    /** Answers a preflight request without calling a function. */
    Reply preflight(Request request) {
        var asked = request.headers().containsKey("access-control-request-method");
        if (!asked || !allows(request) || request.header("origin").isEmpty()) {
            return Reply.empty(204).with("vary", "Origin");
        }
        var headers = common(request);
        headers.put("access-control-allow-methods", String.join(",", cors.methods()));
        headers.put("access-control-allow-headers", String.join(",", cors.headers()));
        if (cors.maxAge() > 0) {
            headers.put("access-control-max-age", Integer.toString(cors.maxAge()));
        }
        return Reply.empty(204).with(headers);
    }

    /** Adds the headers that let an allowed page read the answer. */
    Reply open(Request request, Reply reply) {
        if (request.header("origin").filter(this::isAllowed).isEmpty()) {
            return reply;
        }
        var headers = common(request);
        if (!cors.exposed().isEmpty()) {
            headers.put("access-control-expose-headers", String.join(",", cors.exposed()));
        }
        return reply.with(headers);
    }

    private Map<String, String> common(Request request) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("access-control-allow-origin", request.header("origin").orElse(""));
        headers.put("vary", "Origin");
        if (cors.credentials()) {
            headers.put("access-control-allow-credentials", "true");
        }
        return headers;
    }
}
