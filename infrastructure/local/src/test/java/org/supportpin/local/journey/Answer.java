package org.supportpin.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** An answer, held against the contract already. */
record Answer(int status, JsonNode body, HttpHeaders headers) {

    /** Asserts the status, and shows the body if it is another one. */
    Answer is(int expected) {
        Assertions.assertThat(status).as("status of %s", body).isEqualTo(expected);
        return this;
    }

    /** Makes sure that it is this problem (RFC 9457). */
    Answer isProblem(int expected, String slug) {
        is(expected);
        Assertions.assertThat(text("type")).isEqualTo("urn:support-pin:problem:" + slug);
        Assertions.assertThat(body.path("status").asInt()).isEqualTo(expected);
        Assertions.assertThat(header("content-type")).contains("application/problem+json");
        return this;
    }

    String text(String field) {
        return body.path(field).asText();
    }

    /** What is to be the same in two answers that do not differ. */
    JsonNode besidesRequestId() {
        return body.<ObjectNode>deepCopy().without("requestId");
    }

    Instant instant(String field) {
        return Instant.parse(text(field));
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The pointers of {@code errors}. */
    List<String> pointers() {
        return body.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asText())
                .toList();
    }
}
