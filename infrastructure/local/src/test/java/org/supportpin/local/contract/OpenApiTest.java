package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final OpenApi openApi = new OpenApi();

    @Test
    void eachOperationHasItsOwnName() {
        assertThat(openApi.operations())
                .extracting(operation -> operation.node().path("operationId").asText())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+([A-Z][a-z]*)*"));
    }

    @Test
    void everyExampleKeepsItsSchema() {
        var faults = new ArrayList<String>();
        for (var operation : openApi.operations()) {
            OpenApi.requestSchema(operation).ifPresent(schema -> {
                var example = OpenApi.requestExample(operation);
                faults.addAll(openApi.faults(schema, example));
            });
            operation
                    .node()
                    .path("responses")
                    .propertyStream()
                    .forEach(response -> response.getValue()
                            .path("content")
                            .propertyStream()
                            .forEach(content -> faults.addAll(openApi.faults(
                                    operation.pointer() + "/responses/" + response.getKey() + "/content/"
                                            + OpenApi.escape(content.getKey()) + "/schema",
                                    content.getValue().path("example")))));
        }
        openApi.schemas()
                .forEach((name, schema) -> schema.path("examples")
                        .valueStream()
                        .forEach(example -> faults.addAll(openApi.faults("/components/schemas/" + name, example))));

        assertThat(faults).isEmpty();
    }

    @Test
    void anUnknownOrMissingRequestFieldIsAFault() {
        assertThat(openApi.operations())
                .filteredOn(OpenApi::takesJson)
                .hasSize(22)
                .allSatisfy(operation -> {
                    var schema = OpenApi.requestSchema(operation).orElseThrow();
                    var example = (ObjectNode) OpenApi.requestExample(operation);

                    assertThat(openApi.faults(schema, example.deepCopy().put("misspelt", 1)))
                            .isNotEmpty();
                    assertThat(example.propertyStream().map(Map.Entry::getKey))
                            .allSatisfy(field -> assertThat(openApi.faults(
                                            schema, example.deepCopy().without(field)))
                                    .isNotEmpty());
                });
    }

    /** RFC 9457 §3.1.2: the member repeats the status of the answer. */
    @Test
    void eachProblemComesUnderItsOwnStatus() {
        assertThat(openApi.operations())
                .allSatisfy(operation -> operation
                        .node()
                        .path("responses")
                        .propertyStream()
                        .forEach(response -> assertThat(openApi.problems(response.getValue()))
                                .allSatisfy(problem -> assertThat(problem.at("/properties/status/const")
                                                .asText())
                                        .isEqualTo(response.getKey()))));
    }

    @Test
    void eachProblemIsUsedAndHasItsOwnType() {
        var used = openApi.operations().stream()
                .flatMap(operation -> operation.node().path("responses").valueStream())
                .flatMap(response -> openApi.problems(response).stream())
                .map(problem -> problem.at("/properties/type/const").asText())
                .toList();
        var declared = openApi.schemas().entrySet().stream()
                .filter(schema -> schema.getKey().matches("Problem.+"))
                .map(schema -> schema.getValue().at("/properties/type/const").asText())
                .toList();

        assertThat(declared).doesNotHaveDuplicates().allMatch(type -> type.startsWith("urn:support-pin:problem:"));
        assertThat(Set.copyOf(used)).isEqualTo(Set.copyOf(declared));
    }

    @Test
    void tooSoonAlwaysSaysWhen() {
        assertThat(openApi.operations())
                .allSatisfy(operation -> operation
                        .node()
                        .path("responses")
                        .propertyStream()
                        .filter(response -> Set.of("423", "429", "503").contains(response.getKey()))
                        // API Gateway does not say when, and time does not open what the customer has frozen.
                        .filter(response ->
                                !response.getValue().path("$ref").asText().endsWith("/Throttled"))
                        .filter(response ->
                                !response.getValue().path("$ref").asText().endsWith("/TelephoneFrozen"))
                        .forEach(response -> assertThat(openApi.resolve(response.getValue())
                                        .path("headers")
                                        .has("Retry-After"))
                                .as(operation.route().key() + " " + response.getKey())
                                .isTrue()));
    }

    /** ThrottlingTest holds the template to a limit for each. */
    @Test
    void everyRouteMayBeThrottledByTheGateway() {
        assertThat(openApi.operations())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(openApi.resolve(
                                        operation.node().path("responses").path("429"))
                                .at("/content/application~1json/schema")
                                .findValuesAsText("$ref"))
                        .as(operation.route().key())
                        .contains("#/components/schemas/GatewayMessage"));
    }

    @Test
    void eachActionHasAResultOfItsOwnType() {
        var schemas = ProjectFiles.yaml("infrastructure/openapi.yaml").at("/components/schemas");
        var mapping = schemas.at("/Action/discriminator/mapping");

        assertThat(mapping.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(schemas.at("/ActionName/enum")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList());
        assertThat(schemas.at("/Action/oneOf")
                        .valueStream()
                        .map(each -> each.path("$ref").asText()))
                .containsExactlyElementsOf(
                        mapping.valueStream().map(JsonNode::asText).toList());
        mapping.properties().forEach(each -> {
            var schema = openApi.resolve(JsonNodeFactory.instance.objectNode().set("$ref", each.getValue()));
            assertThat(schema.at("/properties/action/const").asText()).isEqualTo(each.getKey());
            assertThat(openApi.resolve(schema.at("/properties/result")).has("required"))
                    .as(each.getKey())
                    .isTrue();
        });
    }

    @Test
    void nothingThatIsAnsweredMayLieInACache() {
        assertThat(openApi.operations())
                .allSatisfy(operation -> operation
                        .node()
                        .path("responses")
                        .propertyStream()
                        .filter(response -> response.getValue().has("content"))
                        .forEach(response -> assertThat(
                                        response.getValue().path("headers").has("Cache-Control"))
                                .as(operation.route().key() + " " + response.getKey())
                                .isTrue()));
    }
}
