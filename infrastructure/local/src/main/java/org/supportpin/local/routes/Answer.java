package org.supportpin.local.routes;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.supportpin.local.http.Reply;

/**
 * What a local route answers.
 *
 * @param body JSON; none for 204
 */
public record Answer(int status, @Nullable JsonNode body) {

    public static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    public static Answer noContent() {
        return new Answer(204, null);
    }

    Reply reply() {
        var reply = body == null ? Reply.empty(status) : Reply.text(status, "application/json", body.toString());
        return reply.with("cache-control", "no-store");
    }
}
