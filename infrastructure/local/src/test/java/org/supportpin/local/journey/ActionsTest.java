package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.ActionResults;

/** Each of the ten over HTTP: done, refused by each of its rules, another customer's thing, malformed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(CrashMatrixTest.FIRST)
class ActionsTest {

    private static final ActionResults RESULTS = new ActionResults();

    private Service service;
    private AgentSteps agent;
    private CustomerSteps customer;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.in(data);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void newCall() {
        service.backDoor().resetBackOffice();
        agent = service.agent();
        customer = service.customer("1001").activated();
    }

    static Stream<ActionCase> actions() {
        return ActionCase.all();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void itIsDoneOnceAndTheCustomerSeesIt(ActionCase each) {
        var verification = agent.verified(customer);
        var before = each.effects().applyAsLong(backOffice());

        var done =
                agent.act(verification, each.action(), each.parameters(), "key").is(201);
        var again =
                agent.act(verification, each.action(), each.parameters(), "key").is(201);

        assertThat(done.text("status")).isEqualTo("succeeded");
        assertThat(done.body().path("result").isObject()).isTrue();
        assertThat(RESULTS.faults(each.action(), done.body().path("result"))).isEmpty();
        assertThat(again.body()).isEqualTo(done.body());
        assertThat(each.effects().applyAsLong(backOffice()) - before).isEqualTo(1);
        var newest = customer.activity().body().path("events").path(0);
        assertThat(newest.path("type").asText()).isEqualTo("action-finished");
        assertThat(newest.path("details").path("action").asText()).isEqualTo(each.action());
        agent.act(verification, each.action(), each.parameters().replace("}", ",\"more\":1}"), "key")
                .isProblem(422, "invalid-parameters");
    }

    /** Each of the six, with what it shows before and after. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restart-php|{}",
                "clear-cache|{}",
                "repair-permissions|{}",
                "reissue-certificate|{}",
                "unban-address|{\"address\":\"195.251.255.66\"}",
                "raise-mailbox-quota|{\"mailbox\":\"info@papadopoulou.gr\",\"quotaMb\":2048}"
            })
    void theResultOfEachFixIsDescribed(String fix, String arguments) {
        var parameters = "{\"packageId\":\"pkg-1\",\"fix\":\"%s\",\"arguments\":%s,\"note\":\"as asked\"}"
                .formatted(fix, arguments);

        var done = agent.act(agent.verified(customer), "apply-micro-fix", parameters)
                .is(201);

        assertThat(RESULTS.faults("apply-micro-fix", done.body().path("result")))
                .isEmpty();
    }

    @Test
    void aResultWithAnotherMemberWouldBeSeen() {
        var result = agent.act(
                        agent.verified(customer),
                        "change-hosting-settings",
                        "{\"packageId\":\"pkg-1\",\"php\":{\"version\":\"8.4\"}}")
                .is(201)
                .body()
                .path("result");
        assertThat(RESULTS.faults("change-hosting-settings", result)).isEmpty();

        assertThat(RESULTS.faults("change-nameservers", result)).isNotEmpty();
        ((ObjectNode) result.at("/php/version")).put("more", 1);
        assertThat(RESULTS.faults("change-hosting-settings", result)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void itsPreviewShowsWhatIsDoneAndDoesNothing(ActionCase each) {
        var verification = agent.verified(customer);
        var office = backOffice();
        var history = customer.activity().body();

        Previews.show(agent, verification, each.action(), each.parameters());

        assertThat(backOffice()).isEqualTo(office);
        assertThat(customer.activity().body()).isEqualTo(history);
        Previews.showWhatIsDone(agent, customer, verification, each.action(), each.parameters());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anotherCustomersThingIsLikeOneThatDoesNotExist(ActionCase each) {
        var verification = agent.verified(customer);
        var before = backOffice();

        var elsewhere = agent.act(verification, each.action(), each.elsewhere()).isProblem(422, "action-refused");
        var nowhere = agent.act(verification, each.action(), each.nowhere()).isProblem(422, "action-refused");

        assertThat(elsewhere.besidesRequestId()).isEqualTo(nowhere.besidesRequestId());
        Previews.hide(agent, verification, each.action(), each.elsewhere(), each.nowhere());
        assertThat(backOffice()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aRefusalOrFailureOfTheBackOfficeDoesNothing(ActionCase each) {
        var verification = agent.verified(customer);
        var before = each.effects().applyAsLong(backOffice());
        service.fault(each.operation(), "refuse");
        agent.act(verification, each.action(), each.parameters()).isProblem(422, "action-refused");
        service.fault(each.operation(), "error");
        agent.act(verification, each.action(), each.parameters()).isProblem(502, "back-office-unavailable");

        assertThat(each.effects().applyAsLong(backOffice())).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvFileSource(resources = "refused.csv", delimiter = '|', maxCharsPerColumn = 8192)
    void eachRuleRefuses(String action, String parameters, String rule) {
        var verification = agent.verified(customer);
        var before = backOffice();

        var previewed = agent.preview(verification, action, parameters).isProblem(422, "action-refused");
        var refused = agent.act(verification, action, parameters).isProblem(422, "action-refused");

        assertThat(previewed.besidesRequestId()).isEqualTo(refused.besidesRequestId());
        assertThat(refused.text("rule")).isEqualTo(rule);
        assertThat(refused.text("detail")).isNotEmpty();
        assertThat(refused.body().at("/text/en")).isEqualTo(refused.body().path("detail"));
        assertThat(refused.body().at("/text/el").asText()).containsPattern("[α-ώ]{2}");
        assertThat(backOffice()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvFileSource(resources = "malformed.csv", delimiter = '|', maxCharsPerColumn = 8192)
    void eachMalformedParameterIsNamed(String action, String parameters, String pointers) {
        var verification = agent.verified(customer);
        var before = backOffice();

        var previewed = agent.preview(verification, action, parameters).isProblem(422, "invalid-parameters");
        var answer = agent.act(verification, action, parameters).isProblem(422, "invalid-parameters");

        assertThat(previewed.besidesRequestId()).isEqualTo(answer.besidesRequestId());
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(Stream.of(pointers.split(" ", -1))
                        .map(pointer -> "/parameters" + (pointer.equals("/") ? "" : pointer))
                        .toArray(String[]::new));
        if (action.equals("change-dns-records") || action.equals("change-nameservers")) {
            assertThat(answer.body().path("errors"))
                    .allSatisfy(
                            error -> assertThat(error.at("/text/el").asText()).containsPattern("[α-ώ]{2}"));
        }
        assertThat(backOffice()).isEqualTo(before);
    }

    @Test
    void theCatalogueListsWhatAVerifiedCallerMayAskFor() {
        var listed = agent.call("GET", "/v1/agent/actions", "").is(200).body().path("actions");
        var allowed = agent.verify(customer, customer.pin()).body().path("actions");

        assertThat(listed.findValuesAsText("name"))
                .containsAll(actions().map(ActionCase::action).toList());
        assertThat(allowed.valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(listed.valueStream()
                        .map(entry -> entry.path("name").asText())
                        .toList());
    }

    private JsonNode backOffice() {
        return service.call("GET", "/local/back-office", "", null).body();
    }
}
