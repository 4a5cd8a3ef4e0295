package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.event.OutwardEvent;

/** The templates of docs/recipes: each event that they are for becomes what its product takes. */
class RecipesTest {

    private static final CustomerId CUSTOMER = new CustomerId("a.b:c@d|e+f~g-h_1");
    private static final Recipe ZENDESK = new Recipe("zendesk.yaml");
    private static final Recipe SLACK = new Recipe("slack.yaml");
    private static final String TOKEN = "zendesk-canary";
    private static final String SLACK_PATH = "/services/T000/B000/canary";

    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private HttpServer products;
    private HttpClient client;

    static Stream<Recipe> recipes() {
        return Stream.of(ZENDESK, SLACK);
    }

    @BeforeEach
    void openTheStandIns() throws IOException {
        products = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        products.createContext("/api/v2/tickets.json", exchange -> answer(exchange, this::ticket));
        products.createContext(SLACK_PATH, exchange -> answer(exchange, RecipesTest::line));
        products.start();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void closeThem() {
        client.close();
        products.stop(0);
    }

    @Test
    void eachTemplateOfTheFolderIsTried() {
        assertThat(ProjectFiles.list("docs/recipes", ".yaml").stream()
                        .map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(
                        recipes().map(Recipe::toString).toList());
    }

    @Test
    void eachUnclearActionBecomesOneTicket() throws Exception {
        var unclear = onTheBus().filter(ZENDESK::isFor).toList();

        assertThat(unclear)
                .singleElement()
                .satisfies(event -> assertThat(event.at("/detail/data/details/needsHuman"))
                        .isEqualTo(JsonNodeFactory.instance.booleanNode(true)));
        // EventBridge delivers at least once.
        assertThat(posted(ZENDESK, unclear.getFirst())).isEqualTo(201);
        assertThat(posted(ZENDESK, unclear.getFirst())).isEqualTo(200);
        assertThat(tickets).hasSize(1);
        assertThat(ProjectFiles.json(ZENDESK.body(unclear.getFirst()))
                        .at("/ticket/subject")
                        .asText())
                .isEqualTo("Find out: order-service for customer " + CUSTOMER);
    }

    @Test
    void eachActionOfHighRiskBecomesALine() throws Exception {
        var high = onTheBus().filter(SLACK::isFor).toList();

        assertThat(high).hasSize(2);
        for (var event : high) {
            assertThat(posted(SLACK, event)).isEqualTo(200);
        }
        assertThat(ProjectFiles.json(SLACK.body(high.getFirst())).path("text").asText())
                .isEqualTo("maria@host.gr requested change-dns-records for customer " + CUSTOMER + ".");
    }

    /** EventBridge escapes nothing. {@link EventCatalogueTest} sees to it that no event has such a value. */
    @Test
    void aQuoteInAValueWouldBreakIt() {
        var event = onTheBus().filter(SLACK::isFor).findFirst().orElseThrow();
        ((ObjectNode) event.at("/detail/data")).put("customerId", "\", \"text\": \"");

        assertThat(ProjectFiles.json(SLACK.body(event)).path("text").asText()).doesNotContain("requested");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void itDeliversSlowlyAndLosesNothingSilently(Recipe recipe) {
        var target = recipe.target();
        var queue = recipe.named(target.at("/DeadLetterConfig/Arn"));
        var policy = recipe.only("AWS::SQS::QueuePolicy").at("/PolicyDocument/Statement");

        assertThat(recipe.only("AWS::Events::ApiDestination")
                        .path("InvocationRateLimitPerSecond")
                        .asInt())
                .isOne();
        assertThat(queue.path("Type").asText()).isEqualTo("AWS::SQS::Queue");
        assertThat(queue.at("/Properties/SqsManagedSseEnabled").asBoolean()).isTrue();
        assertThat(policy.valueStream()
                        .filter(each -> each.path("Effect").asText().equals("Allow")))
                .singleElement()
                .satisfies(allowed -> {
                    assertThat(allowed.at("/Principal/Service").asText()).isEqualTo("events.amazonaws.com");
                    assertThat(allowed.path("Action").asText()).isEqualTo("sqs:SendMessage");
                    assertThat(allowed.path("Resource")).isEqualTo(target.at("/DeadLetterConfig/Arn"));
                    assertThat(recipe.named(allowed.at("/Condition/ArnEquals/aws:SourceArn"))
                                    .path("Type")
                                    .asText())
                            .isEqualTo("AWS::Events::Rule");
                });
        assertThat(recipe.only("AWS::CloudWatch::Alarm")
                        .at("/Dimensions/0/Value")
                        .toString())
                .contains(".QueueName");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theRuleMayInvokeItsDestinationAndNothingElse(Recipe recipe) {
        var role = recipe.named(recipe.target().path("RoleArn")).path("Properties");

        assertThat(role.at("/AssumeRolePolicyDocument/Statement").toString())
                .contains("\"Service\":\"events.amazonaws.com\"", "aws:SourceAccount");
        assertThat(role.at("/Policies/0/PolicyDocument/Statement").valueStream())
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.path("Action").asText()).isEqualTo("events:InvokeApiDestination");
                    assertThat(statement.path("Resource"))
                            .isEqualTo(recipe.target().path("Arn"));
                });
    }

    private static Stream<JsonNode> onTheBus() {
        return Samples.everyEvent().stream().map(RecipesTest::onTheBus);
    }

    /** As EventBridge hands it to rules. */
    private static JsonNode onTheBus(Event event) {
        var entry = new Entry(CUSTOMER, 7, Samples.NOON, Samples.AGENT, event, Samples.richState(CUSTOMER), Hash.NONE);
        var told = OutwardEvent.of("support-pin", entry, Hash.of(new byte[] {1}));
        return JsonNodeFactory.instance
                .objectNode()
                .put("source", "support-pin")
                .put("detail-type", told.type())
                .set("detail", ProjectFiles.json(JsonText.write(told.body())));
    }

    /** Sent to the stand-in as EventBridge would, by the recipe's connection and destination; the status of the answer. */
    private int posted(Recipe recipe, JsonNode event) throws Exception {
        var own = "http://127.0.0.1:" + products.getAddress().getPort();
        var parameters = Map.of("Zendesk", own, "ZendeskUser", "agent@example.gr");
        var secrets = Map.of("support-pin/zendesk-token", TOKEN, "support-pin/slack-webhook", own + SLACK_PATH);
        var destination = recipe.only("AWS::Events::ApiDestination");
        var request = HttpRequest.newBuilder(
                        URI.create(recipe.resolved(destination.path("InvocationEndpoint"), parameters, secrets)))
                .header("Content-Type", "application/json; charset=utf-8")
                .method(
                        destination.path("HttpMethod").asText(),
                        HttpRequest.BodyPublishers.ofString(recipe.body(event)));
        var basic = recipe.only("AWS::Events::Connection").at("/AuthParameters/BasicAuthParameters");
        if (!basic.isMissingNode()) {
            var user = recipe.resolved(basic.path("Username"), parameters, secrets);
            var password = recipe.resolved(basic.path("Password"), parameters, secrets);
            request.header("Authorization", "Basic " + base64(user + ":" + password));
        }
        recipe.headers(event).forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As Zendesk's reference has it: a user with /token, a comment with a body, and one ticket for a key. */
    private int ticket(HttpExchange exchange, JsonNode body) {
        if (!("Basic " + base64("agent@example.gr/token:" + TOKEN))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return 401;
        }
        var ticket = body.path("ticket");
        var fits = isText(ticket.path("subject"))
                && isText(ticket.at("/comment/body"))
                && ticket.at("/comment/public").isBoolean()
                && isText(ticket.path("external_id"))
                && ticket.path("tags").isArray();
        if (!fits) {
            return 422;
        }
        return tickets.add(exchange.getRequestHeaders().getFirst("Idempotency-Key")) ? 201 : 200;
    }

    /** As Slack's has it: a text. */
    private static int line(HttpExchange exchange, JsonNode body) {
        return isText(body.path("text")) ? 200 : 400;
    }

    private static boolean isText(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank();
    }

    private interface Product {

        int status(HttpExchange exchange, JsonNode body);
    }

    private static void answer(HttpExchange exchange, Product product) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(product.status(exchange, ProjectFiles.json(body)), -1);
        }
    }
}
