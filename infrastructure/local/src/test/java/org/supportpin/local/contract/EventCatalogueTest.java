package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.customer.CallReason;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Policy;
import org.supportpin.domain.customer.StopReason;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.event.OutwardEvent;

/** infrastructure/events.yaml, docs/events.md and the code say the same of every event. */
class EventCatalogueTest {

    private static final CustomerId CUSTOMER = new CustomerId("1001");

    private final EventCatalogue catalogue = new EventCatalogue();

    private static JsonNode told(Event event, Actor actor) {
        var entry = new Entry(CUSTOMER, 7, Samples.NOON, actor, event, Samples.richState(CUSTOMER), Hash.NONE);
        return ProjectFiles.json(JsonText.write(
                OutwardEvent.of("support-pin", entry, Hash.of(new byte[] {1})).body()));
    }

    private static JsonNode told(Event event) {
        return told(event, Samples.AGENT);
    }

    static Stream<Event> events() {
        return Samples.everyEvent().stream();
    }

    @Test
    void theCatalogueHasEachTypeAndNoOther() {
        assertThat(events().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Samples.eventTypes());
        assertThat(catalogue.messages().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        events().map(event -> "support-pin." + event.type()).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "bus"})
    void eachChannelHasEachMessage(String channel) {
        var messages = catalogue.root().at("/channels/" + channel + "/messages");

        assertThat(messages.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(catalogue
                        .root()
                        .at("/components/messages")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(messages.propertyStream())
                .allSatisfy(each -> assertThat(each.getValue().path("$ref").asText())
                        .isEqualTo("#/components/messages/" + each.getKey()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachShapeIsAsDescribed(Event event) {
        for (var actor : List.of(
                Samples.AGENT,
                new Actor.Agent(new AgentId("agent-7"), new CallReference.Said("call-canary")),
                new Actor.Panel(),
                new Actor.Service(),
                new Actor.Auditor(new AgentId("auditor-1")))) {
            assertThat(catalogue.faults(told(event, actor))).isEmpty();
        }
    }

    /** So that what the code tells besides would show. */
    @ParameterizedTest
    @MethodSource("events")
    void nothingElseFits(Event event) {
        for (var place : List.of("", "/data", "/data/actor", "/data/details")) {
            var more = told(event);
            ((ObjectNode) more.at(place)).put("number", "+306912345678");
            assertThat(catalogue.faults(more)).as(place).isNotEmpty();
        }
    }

    @Test
    void eachMemberOfDetailsIsToldAndWhatMayBeMissingIsMissingOnce() {
        var shapes = events().map(EventCatalogueTest::told)
                .collect(Collectors.groupingBy(each -> each.path("type").asText(), TreeMap::new, Collectors.toList()));

        assertThat(shapes).allSatisfy((type, all) -> {
            var schema = catalogue.details(type);
            var required = required(schema);
            var members = all.stream()
                    .flatMap(each -> each.at("/data/details").propertyStream().map(Map.Entry::getKey))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(members)
                    .as(type)
                    .containsExactlyInAnyOrderElementsOf(schema.path("properties")
                            .propertyStream()
                            .map(Map.Entry::getKey)
                            .toList());
            assertThat(members.stream()
                            .filter(member -> all.stream()
                                    .allMatch(each -> each.at("/data/details").has(member))))
                    .as(type)
                    .containsExactlyInAnyOrderElementsOf(required);
        });
    }

    @Test
    void eachListOfNamesIsTheCodes() {
        var names = new TreeMap<String, WireName[]>(Map.of(
                "/components/schemas/ActionName", ActionName.values(),
                "/components/schemas/Risk", Risk.values(),
                "/components/schemas/Gates/items", Gate.values(),
                "/components/schemas/Policy/properties/telephone", Policy.Telephone.values(),
                "/components/schemas/Policy/properties/afterSms", Policy.AfterSms.values(),
                "/components/schemas/Policy/properties/actions/additionalProperties", Policy.Rule.values()));
        names.forEach(
                (pointer, values) -> assertThat(Template.texts(catalogue.root().at(pointer + "/enum")))
                        .as(pointer)
                        .containsExactlyInAnyOrderElementsOf(texts(values)));
        assertThat(Template.texts(catalogue.details("support-pin.verified").at("/properties/source/enum")))
                .containsExactlyInAnyOrderElementsOf(texts(PinSource.values()));
        assertThat(Template.texts(
                        catalogue.details("support-pin.call-announced").at("/properties/reason/enum")))
                .containsExactlyInAnyOrderElementsOf(texts(CallReason.values()));
        assertThat(Template.texts(
                        catalogue.details("support-pin.action-stopped").at("/properties/reason/enum")))
                .containsExactlyInAnyOrderElementsOf(texts(StopReason.values()));
    }

    private static List<String> texts(WireName[] values) {
        return Arrays.stream(values).map(WireName::text).toList();
    }

    /** Keys of verifications, counters of PINs, and whatever is sealed. */
    @ParameterizedTest
    @MethodSource("events")
    void nothingSecretOrSealedIsTold(Event event) {
        var text = told(event).toString();

        assertThat(text)
                .doesNotContain(
                        Samples.KEY, "AbCdEfGhIjK", "996970", "65535", "sealed", "callReference", "note", "object");
        for (var sealed : List.of("sealed: note", "sealed: object", "sealed: call", "sealed: []", "name")) {
            var bytes = sealed.getBytes(StandardCharsets.UTF_8);
            assertThat(text).doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            assertThat(text)
                    .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    @Test
    void thePageListsTheTypesWithTheirDetails() throws IOException {
        var rows = Files.readAllLines(ProjectFiles.root().resolve("docs/events.md")).stream()
                .filter(line -> line.startsWith("| `support-pin."))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(catalogue
                        .root()
                        .at("/components/messages")
                        .valueStream()
                        .map(message -> "| `%s` | %s | %s |"
                                .formatted(
                                        message.path("name").asText(),
                                        message.path("summary").asText(),
                                        members(message.path("name").asText())))
                        .toList());
    }

    /**
     * So that a text may stand in a JSON text, in a line of a log and in a message of a chat as it is: EventBridge's input transformer,
     * which fills the bodies of docs/recipes, escapes nothing.
     */
    @ParameterizedTest
    @MethodSource("events")
    void noTextOfAnEventNeedsEscaping(Event event) {
        var places = places("", told(event)).toList();

        assertThat(places).contains("/id", "/data/tenant", "/data/customerId", "/data/actor/id");
        for (var place : places) {
            for (var bad : List.of("\"", "\\", "\n", "<", "&")) {
                var other = told(event);
                put(other, place, new StringBuilder(other.at(place).asText()).insert(1, bad));
                assertThat(catalogue.faults(other)).as(place + " with " + bad).isNotEmpty();
            }
        }
    }

    /** Of each text, as JSON pointers. */
    private static Stream<String> places(String at, JsonNode node) {
        return switch (node) {
            case ObjectNode object ->
                object.propertyStream().flatMap(each -> places(at + "/" + each.getKey(), each.getValue()));
            case ArrayNode array ->
                IntStream.range(0, array.size()).boxed().flatMap(i -> places(at + "/" + i, array.get(i)));
            default -> node.isTextual() ? Stream.of(at) : Stream.empty();
        };
    }

    private static void put(JsonNode root, String place, CharSequence text) {
        var last = place.lastIndexOf('/');
        var name = place.substring(last + 1);
        switch (root.at(place.substring(0, last))) {
            case ObjectNode object -> object.put(name, text.toString());
            case ArrayNode array -> array.set(Integer.parseInt(name), text.toString());
            default -> throw new IllegalStateException(place);
        }
    }

    /** What the catalogue allows is what the code does. */
    @Test
    void anIdHasTheCharactersThatTheCodeAllows() {
        var event = told(Samples.everyEvent().getFirst());

        assertThat(IntStream.range(1, 256).mapToObj(code -> "a" + (char) code + "b"))
                .allSatisfy(id -> {
                    put(event, "/data/customerId", id);
                    put(event, "/data/actor/id", id);
                    assertThat(catalogue.faults(event))
                            .as(id)
                            .hasSize(CustomerId.parse(id) instanceof Checked.Valid ? 0 : 2);
                    assertThat(AgentId.parse(id).getClass())
                            .isEqualTo(CustomerId.parse(id).getClass());
                });
    }

    /** The page's sample in Python, with a signature of the specification's own libraries. */
    @Test
    void thePagesSampleVerifiesASignatureAndRefusesAnyOther() throws Exception {
        var page = Files.readString(ProjectFiles.root().resolve("docs/events.md"));
        var sample = page.substring(page.indexOf("```python") + "```python".length());
        var script = sample.substring(0, sample.indexOf("```")) + """

                secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                good = {"webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
                        "webhook-signature": "v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}
                body = b'{"test": 2432232314}'
                print(verified(secret, good, body, 1614265330), verified(secret, good, body + b" ", 1614265330),
                      verified(secret, good | {"webhook-id": "other"}, body, 1614265330), verified(secret, good, body, 1614265631),
                      verified("whsec_" + "A" * 32, good, body, 1614265330), verified(secret, good, body))
                """.stripIndent();
        var process = new ProcessBuilder("python3", "-c", script)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("True False False False False False");
    }

    private static List<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asText).toList();
    }

    private String members(String type) {
        var schema = catalogue.details(type);
        var required = required(schema);
        return schema.path("properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .map(name -> "`" + name + "`" + (required.contains(name) ? "" : "?"))
                .collect(Collectors.joining(", "));
    }
}
