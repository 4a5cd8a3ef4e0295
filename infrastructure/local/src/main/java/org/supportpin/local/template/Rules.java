package org.supportpin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The template's rules: what CloudFormation refuses before it makes anything. */
record Rules(JsonNode template, Intrinsics intrinsics) {

    /** What each assertion says that does not hold. */
    List<String> broken() {
        return template.path("Rules")
                .valueStream()
                .filter(this::applies)
                .flatMap(rule -> rule.path("Assertions").valueStream())
                .filter(assertion -> !isTrue(assertion.path("Assert")))
                .map(assertion -> assertion.path("AssertDescription").asText())
                .toList();
    }

    private boolean applies(JsonNode rule) {
        return !rule.has("RuleCondition") || isTrue(rule.path("RuleCondition"));
    }

    private boolean isTrue(JsonNode condition) {
        return intrinsics.text(condition).equals("true");
    }
}
