package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** API Gateway's access log: who called what, from where and when (OWASP ASVS 5.0, 16.2.1), and nothing secret (16.2.5). */
class AccessLogTest {

    private final Template template = new Template();
    private final JsonNode api = template.properties("Api");
    private final Map<String, String> fields = ProjectFiles.json(
                    api.at("/AccessLogSettings/Format").asText())
            .propertyStream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().asText()));

    @Test
    void itSaysWhoCalledWhatFromWhereAndWhen() {
        assertThat(fields)
                .containsEntry("sub", "$context.authorizer.claims.sub")
                .containsEntry("sourceIp", "$context.identity.sourceIp")
                .containsEntry("time", "$context.requestTimeEpoch")
                .containsEntry("routeKey", "$context.routeKey")
                .containsEntry("requestId", "$context.requestId");
    }

    /** Paths and queries contain other people's ids; tokens, bodies and other claims do not belong in any log. */
    @Test
    void itHoldsNothingElseOfARequest() {
        assertThat(fields.values())
                .containsExactlyInAnyOrder(
                        "$context.requestId",
                        "$context.requestTimeEpoch",
                        "$context.authorizer.claims.sub",
                        "$context.identity.sourceIp",
                        "$context.routeKey",
                        "$context.status",
                        "$context.responseLatency",
                        "$context.error.message");
    }

    @Test
    void itIsKeptForItsOwnTime() {
        assertThat(api.at("/AccessLogSettings/DestinationArn/Fn::GetAtt").asText())
                .isEqualTo("ApiLogs.Arn");
        assertThat(template.properties("ApiLogs").at("/RetentionInDays/Ref").asText())
                .isEqualTo("AccessLogRetentionDays");
        assertThat(template.parameter("AccessLogRetentionDays").path("Default").asInt())
                .isLessThan(
                        template.parameter("LogRetentionDays").path("Default").asInt());
    }
}
