package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.functions.http.Log;

/** The dashboard is a text to CloudFormation: here it is read. */
class DashboardTest {

    /** What AWS's own services measure, by the pages of their documentation. */
    private static final Map<String, Set<String>> OF_AWS = Map.of(
            "AWS/Lambda", Set.of("Duration", "Errors", "Throttles", "ConcurrentExecutions"),
            "AWS/ApiGateway", Set.of("Count", "4xx", "5xx"),
            "AWS/DynamoDB", Set.of("ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits"),
            "AWS/SNS", Set.of("SMSMonthToDateSpentUSD", "SMSSuccessRate"),
            "AWS/SQS", Set.of("ApproximateNumberOfMessagesVisible"));

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");
    private static final JsonNode SUB = ProjectFiles.yaml("infrastructure/monitoring.yaml")
            .at("/Resources/Dashboard/Properties/DashboardBody/Fn::Sub");
    private static final JsonNode WIDGETS =
            ProjectFiles.json(SUB.path(0).asText()).path("widgets");

    private static Stream<JsonNode> metrics() {
        return WIDGETS.valueStream()
                .flatMap(widget -> widget.at("/properties/metrics").valueStream())
                .filter(metric -> !metric.path(0).has("expression"));
    }

    /** The dimensions' names and values: everything between the metric's name and its options. */
    private static Map<String, String> dimensions(JsonNode metric) {
        var texts = metric.valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
        return IntStream.range(1, texts.size() / 2)
                .boxed()
                .collect(Collectors.toMap(pair -> texts.get(2 * pair), pair -> texts.get(2 * pair + 1)));
    }

    @Test
    void everyMetricIsCountedBySomebody() {
        var own = Arrays.stream(Log.Metric.values()).map(Log.Metric::text).collect(Collectors.toSet());
        own.addAll(Set.of("Requests", "durationMs"));

        assertThat(metrics()).isNotEmpty().allSatisfy(metric -> {
            var namespace = metric.path(0).asText();
            assertThat(namespace.equals("SupportPin") ? own : OF_AWS.getOrDefault(namespace, Set.of()))
                    .contains(metric.path(1).asText());
        });
    }

    @Test
    void everyMetricOfOursIsShown() {
        assertThat(metrics().map(metric -> metric.path(1).asText()))
                .containsAll(
                        Arrays.stream(Log.Metric.values()).map(Log.Metric::text).toList());
    }

    /** With a dimension that it is not counted by, CloudWatch shows an empty graph and no fault. */
    @Test
    void everyMetricHasTheDimensionsByWhichItIsCounted() throws IOException {
        var contract = Files.readString(ProjectFiles.root().resolve("infrastructure/openapi.yaml"));

        assertThat(metrics()).allSatisfy(metric -> {
            var dimensions = dimensions(metric);
            if (metric.path(0).asText().equals("SupportPin")) {
                var isRequest = List.of("Requests", "durationMs")
                        .contains(metric.path(1).asText());
                assertThat(dimensions.keySet()).isEqualTo(isRequest ? Set.of("outcome") : Set.of());
                assertThat(dimensions.values()).allMatch(contract::contains);
            } else {
                assertThat(Set.of("FunctionName", "Resource", "ApiId", "TableName", "QueueName"))
                        .containsAll(dimensions.keySet());
            }
        });
    }

    @Test
    void everyFunctionsErrorsSlownessAndThrottlesAreShown() {
        var functions = new Template()
                .functions().keySet().stream()
                        .map(function -> "${" + function.replaceFirst("Function$", "") + "}")
                        .collect(Collectors.toSet());

        assertThat(Set.of("Errors", "Duration", "Throttles"))
                .allSatisfy(name -> assertThat(metrics()
                                .filter(metric -> metric.path(1).asText().equals(name))
                                .map(metric -> dimensions(metric).get("FunctionName"))
                                .collect(Collectors.toSet()))
                        .isEqualTo(functions));
    }

    @Test
    void everyVariableOfItsTextHasAValueAndEveryValueIsUsed() {
        var used = VARIABLE.matcher(SUB.path(0).asText())
                .results()
                .map(variable -> variable.group(1))
                .filter(name -> !name.startsWith("AWS::"))
                .collect(Collectors.toSet());

        assertThat(used)
                .isEqualTo(SUB.path(1).propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    /** CloudWatch's grid is 24 wide. */
    @Test
    void widgetsLieSideBySide() {
        assertThat(WIDGETS.valueStream())
                .allSatisfy(widget -> assertThat(
                                widget.path("x").asInt() + widget.path("width").asInt())
                        .isLessThanOrEqualTo(24));
        assertThat(WIDGETS.valueStream().map(widget -> widget.path("x") + "," + widget.path("y")))
                .doesNotHaveDuplicates();
    }
}
