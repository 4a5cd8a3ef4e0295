package org.supportpin.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * One of the ten, as customer 1001 can have it done on the back office's starting data.
 *
 * @param operation of the back office, which has the effect
 * @param effects how often its effect shows in {@code GET /local/back-office}
 */
record ActionCase(String action, String operation, String parameters, ToLongFunction<JsonNode> effects) {

    static Stream<ActionCase> all() {
        return Stream.of(new ActionCase(
                "change-dns-records",
                "dns.applyChanges",
                """
                {"domain":"papadopoulou.gr","changes":[
                  {"op":"upsert","name":"crash","type":"A","records":["195.251.255.21"]},
                  {"op":"upsert","name":"@","type":"MX","records":["20 mail.papadopoulou.gr."]}]}""",
                office -> office.path("zones").findParents("ttl").stream()
                                                .filter(set -> set.path("name")
                                                        .asText()
                                                        .equals("crash.papadopoulou.gr"))
                                                .count()
                                        == 1
                                && office.path("zones").toString().contains("20 mail.papadopoulou.gr.")
                        ? 1
                        : 0));
    }

    @Override
    public String toString() {
        return action;
    }
}
