package org.supportpin.local.template;

import java.util.List;
import org.supportpin.backoffice.json.Json;

/** The template's rules, which CloudFormation checks before it creates anything. */
record Rules(Json template, Intrinsics intrinsics) {

    /** The descriptions of assertions that do not hold. */
    List<String> broken() {
        return template.path("Rules").members().values().stream()
                .filter(this::applies)
                .flatMap(rule -> rule.path("Assertions").items().stream())
                .filter(assertion -> !isTrue(assertion.path("Assert")))
                .map(assertion -> assertion.path("AssertDescription").asText())
                .toList();
    }

    private boolean applies(Json rule) {
        return !rule.has("RuleCondition") || isTrue(rule.path("RuleCondition"));
    }

    private boolean isTrue(Json condition) {
        return intrinsics.text(condition).equals("true");
    }
}
