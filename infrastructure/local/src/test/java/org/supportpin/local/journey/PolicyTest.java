package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.testing.Together;

/** The customer's own rules for telephone support. */
class PolicyTest {

    private static final Duration LONG_AGO = Duration.ofMinutes(11);
    private static final List<String> ACTIONS = List.of(
            "order-service",
            "renew-service",
            "upgrade-service",
            "change-dns-records",
            "change-nameservers",
            "recall-gr-domain",
            "send-order-details",
            "change-domain-administrator",
            "change-hosting-settings",
            "apply-micro-fix");

    private final Service service = Service.shared();
    private final CustomerSteps customer = service.customer().activated();
    private final AgentSteps agent = service.agent();

    private Answer set(String telephone, String afterSms, String actions) {
        return customer.setPolicy(telephone, afterSms, actions);
    }

    private void never(String action) {
        set("open", "as-usual", "{\"%s\":\"never\"}".formatted(action)).is(200);
    }

    private long recorded(String type) {
        return customer.activity()
                .body()
                .path("events")
                .valueStream()
                .filter(each -> each.path("type").asText().equals(type))
                .count();
    }

    @Test
    void whoHasSetNothingAllowsEverything() {
        var policy = customer.policy().is(200);

        assertThat(policy.text("telephone")).isEqualTo("open");
        assertThat(policy.text("afterSms")).isEqualTo("as-usual");
        assertThat(policy.body().path("actions").properties())
                .hasSize(10)
                .allSatisfy(each -> assertThat(each.getValue().asText()).isEqualTo("allow"));
    }

    @Test
    void whatIsShownIsTakenBackAsItIs() {
        set("open", "standard-only", "{\"recall-gr-domain\":\"ask\",\"renew-service\":\"allow\"}")
                .is(200);
        var shown = customer.policy().is(200).body();

        assertThat(customer.call("PUT", "/v1/panel/policy", shown.toString())
                        .is(200)
                        .body())
                .isEqualTo(shown);
        assertThat(recorded("policy-changed")).isEqualTo(1);
    }

    @Test
    void everyFaultIsNamedInBothLanguages() {
        var refused = customer.call(
                        "PUT",
                        "/v1/panel/policy",
                        "{\"telephone\":\"closed\",\"actions\":{\"recall-gr-domain\":\"maybe\",\"make-coffee\":\"ask\"},\"mode\":1}")
                .isProblem(422, "invalid-parameters");

        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/telephone", "/afterSms", "/actions/recall-gr-domain", "/actions/make-coffee", "/mode");
        assertThat(refused.body().path("errors").findValuesAsText("el"))
                .hasSize(5)
                .contains("Δώστε open ή frozen.", "Δώστε allow, ask ή never.");
    }

    @Test
    void beforeActivationRulesAreShownAndNotSet() {
        var other = service.customer();

        other.policy().is(200);
        other.setPolicy("frozen", "as-usual", "{}").isProblem(409, "not-activated");
    }

    @Nested
    class AnActionThatIsNeverAllowed {

        @ParameterizedTest
        @MethodSource("org.supportpin.local.journey.ActionCase#all")
        void isRefusedAndPreviewedAlikeAndCounted(ActionCase action) {
            never(action.action());
            var verified = agent.verify(customer, customer.pin()).is(201);
            var call = verified.text("verificationId");

            assertThat(verified.body().path("actions").valueStream().map(each -> each.asText()))
                    .hasSize(9)
                    .doesNotContain(action.action());
            var previewed =
                    agent.preview(call, action.action(), action.elsewhere()).isProblem(403, "not-allowed-by-customer");
            var refused =
                    agent.act(call, action.action(), action.elsewhere()).isProblem(403, "not-allowed-by-customer");
            assertThat(refused.text("detail")).contains("in the panel").isEqualTo(previewed.text("detail"));
            assertThat(refused.body().at("/text/el").asText()).contains("ο πελάτης");
            assertThat(recorded("action-refused")).isEqualTo(2);
        }

        @Test
        void usesUpTheRefusalsOfItsVerification() {
            never("renew-service");
            var call = agent.verified(customer);
            for (int i = 0; i < 20; i++) {
                agent.preview(call, "renew-service", "{\"serviceId\":\"svc-1\"}")
                        .isProblem(403, "not-allowed-by-customer");
            }
            agent.preview(call, "renew-service", "{\"serviceId\":\"svc-1\"}").isProblem(403, "not-verified");
        }

        @Test
        void isAllowedAgainAtOnceAfterAFreshSignIn() {
            never("apply-micro-fix");
            set("open", "as-usual", "{}").is(200);
            var call = agent.verified(customer);

            agent.act(call, "apply-micro-fix", "{\"packageId\":\"pkg-1\",\"fix\":\"clear-cache\",\"note\":\"n\"}")
                    .isProblem(422, "action-refused");
        }
    }

    @Test
    void afterASmsAHighRiskActionIsRefusedAndAStandardOneIsNot() {
        var owner = Service.farAhead().customer("1001").activated();
        var desk = Service.farAhead().agent();
        Service.farAhead().advance(Duration.ofHours(80));
        var before = owner.policy().is(200).body();
        var nameservers =
                "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns8.example.com\"},{\"host\":\"ns9.example.com\"}]}";
        owner.setPolicy("open", "standard-only", "{}").is(200);
        owner.sendPin().is(202);
        var mobile = owner.export().is(200).text("mobile");
        var call = desk.verify(owner, owner.newestDigits(mobile)).is(201).text("verificationId");

        desk.preview(call, "change-nameservers", nameservers).isProblem(403, "not-allowed-by-customer");
        var refused = desk.act(call, "change-nameservers", nameservers).isProblem(403, "not-allowed-by-customer");
        assertThat(refused.text("detail")).contains("PIN shown in the panel");
        desk.preview(call, "change-dns-records", """
                        {"domain":"papadopoulou.gr","changes":[{"op":"upsert","name":"rules","type":"A","records":["195.251.255.30"]}]}""").is(200);
        desk.preview(desk.verified(owner), "change-nameservers", nameservers).is(200);
        owner.call("PUT", "/v1/panel/policy", before.toString()).is(200);
    }

    @Nested
    class AFreeze {

        @Test
        void closesTheTelephoneAndNothingElse() {
            var call = agent.verified(customer);
            set("frozen", "as-usual", "{}").is(200);

            agent.verify(customer, customer.pin()).isProblem(423, "telephone-frozen");
            var told = agent.verify(customer, customer.wrongPin()).isProblem(423, "telephone-frozen");
            assertThat(told.body().at("/text/el").asText()).contains("παγώσει");
            agent.sendPin(customer.id()).isProblem(423, "telephone-frozen");
            agent.preview(call, "recall-gr-domain", "{\"domain\":\"nea.gr\"}").isProblem(423, "telephone-frozen");
            agent.act(call, "recall-gr-domain", "{\"domain\":\"nea.gr\"}").isProblem(423, "telephone-frozen");
            agent.account(call).isProblem(423, "telephone-frozen");
            agent.end(call).isProblem(403, "not-verified");

            assertThat(customer.view().is(200).text("telephone")).isEqualTo("frozen");
            customer.sendPin().is(202);
        }

        @Test
        void isToldToAPanelThatPollsByAnotherTag() {
            var open = customer.view().is(200);
            assertThat(open.text("telephone")).isEqualTo("open");
            var tag = open.header("etag").orElseThrow();
            set("frozen", "as-usual", "{}").is(200);

            var frozen = customer.view("If-None-Match", tag).is(200);
            assertThat(frozen.text("pin")).isEqualTo(open.text("pin"));
            customer.view("If-None-Match", frozen.header("etag").orElseThrow()).is(304);
            set("open", "as-usual", "{}").is(200);
            customer.view("If-None-Match", tag).is(304);
        }

        @Test
        void countsNoWrongPinAndIsRecordedOnce() {
            set("frozen", "as-usual", "{}").is(200);
            var wrong = customer.wrongPin();
            for (int i = 0; i < 12; i++) {
                agent.verify(customer, wrong).isProblem(423, "telephone-frozen");
                agent.sendPin(customer.id()).isProblem(423, "telephone-frozen");
            }
            assertThat(recorded("refused-while-frozen")).isEqualTo(1);

            set("open", "as-usual", "{}").is(200);
            agent.verify(customer, wrong).isProblem(403, "pin-rejected");
            agent.verify(customer, customer.pin()).is(201);
        }
    }

    @Nested
    class Loosening {

        @Test
        void needsAFreshSignInAndTighteningDoesNot() {
            var stale = customer.signedIn(LONG_AGO);
            stale.setPolicy("open", "standard-only", "{\"renew-service\":\"ask\"}")
                    .is(200);

            var refused = stale.setPolicy("open", "standard-only", "{}").isProblem(403, "login-not-fresh");
            assertThat(refused.body().path("maxAge").asInt()).isEqualTo(600);
            stale.setPolicy("frozen", "as-usual", "{\"renew-service\":\"ask\"}").isProblem(403, "login-not-fresh");
            assertThat(customer.policy().text("afterSms")).isEqualTo("standard-only");
            set("open", "standard-only", "{}").is(200);
        }

        @Test
        void isToldToTheMobile() {
            never("recall-gr-domain");
            assertThat(service.sms(customer.number())).isEmpty();
            set("open", "as-usual", "{\"recall-gr-domain\":\"ask\"}").is(200);

            assertThat(service.sms(customer.number()))
                    .containsExactly(
                            "Χαλάρωσαν οι κανόνες του Support PIN. Δεν ήσασταν εσείς; Καλέστε μας, πείτε ΣΤΟΠ.");
        }

        @Test
        void isLimitedInADayAndTighteningIsNot() {
            for (int i = 0; i < 10; i++) {
                never("recall-gr-domain");
                set("open", "as-usual", "{}").is(200);
            }
            never("recall-gr-domain");
            set("open", "as-usual", "{}").isProblem(429, "too-many-requests");
            set("frozen", "standard-only", "{\"recall-gr-domain\":\"never\"}").is(200);
        }
    }

    @Test
    void theActivityShowsWhatWasChangedInTheCustomersLanguage() {
        set("frozen", "as-usual", "{}").is(200);
        set("open", "as-usual", "{\"change-nameservers\":\"ask\"}").is(200);

        var newest = customer.activity().body().path("events");
        assertThat(newest.at("/0/summary").asText()).isEqualTo("Ανοίξατε ξανά την τηλεφωνική υποστήριξη.");
        assertThat(newest.at("/0/details/before/telephone").asText()).isEqualTo("frozen");
        assertThat(newest.at("/0/details/after/actions/change-nameservers").asText())
                .isEqualTo("ask");
        assertThat(newest.at("/1/summary").asText()).startsWith("Παγώσατε την τηλεφωνική υποστήριξη.");
    }

    /** performance.md: an entry stays within one write unit, also one that is written later and repeats the rules. */
    @Test
    void entriesWithTheStrictestRulesStaySmall() {
        var all = String.join("\":\"never\",\"", ACTIONS);
        set("open", "standard-only", "{\"" + all + "\":\"ask\"}").is(200);
        set("open", "as-usual", "{\"" + all + "\":\"never\"}").is(200);
        agent.verified(customer);
        set("frozen", "standard-only", "{\"" + all + "\":\"never\"}").is(200);
        agent.verify(customer, customer.pin()).isProblem(423, "telephone-frozen");

        assertThat(entries()).hasSize(6).allSatisfy(size -> assertThat(size).isLessThan(1024));
    }

    private List<Integer> entries() {
        return service.backDoor().items().stream()
                .filter(item -> LedgerChecker.text(item, "pk").equals("CUSTOMER#" + customer.id())
                        && LedgerChecker.text(item, "sk").startsWith("ENTRY#"))
                .map(Units::bytes)
                .toList();
    }

    /** Of this customer, by a judge of its own. */
    private List<String> violations() {
        return LedgerChecker.of(service.backDoor().items().stream()
                        .filter(item -> LedgerChecker.text(item, "pk").contains("#" + customer.id()))
                        .toList())
                .violations();
    }

    /** Together they are one story: each change follows the one before, and the last one counts. */
    @Test
    void ofAHundredAtOnceEachIsOnRecordOrRefused() {
        var answers = Together.run(
                100,
                i -> set(
                        "open",
                        i % 2 == 0 ? "as-usual" : "standard-only",
                        "{\"%s\":\"never\"}".formatted(ACTIONS.get(i / 10))));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 429, 503);
        var changes = Stream.iterate(
                        customer.activity().body(),
                        page -> !page.isMissingNode(),
                        page -> page.path("nextCursor").isNull()
                                ? page.path("none")
                                : customer.call(
                                                "GET",
                                                "/v1/panel/activity?cursor="
                                                        + page.path("nextCursor")
                                                                .asText(),
                                                "")
                                        .body())
                .flatMap(page -> page.path("events").valueStream())
                .filter(each -> each.path("type").asText().equals("policy-changed"))
                .map(each -> each.path("details"))
                .toList()
                .reversed();
        IntStream.range(1, changes.size())
                .forEach(i -> assertThat(changes.get(i).path("before"))
                        .isEqualTo(changes.get(i - 1).path("after")));
        assertThat(customer.policy().body()).isEqualTo(changes.getLast().path("after"));
        assertThat(violations()).isEmpty();
    }

    /** Whoever is first: an action is on record before the freeze, or refused because of it. */
    @Test
    void aFreezeAgainstActionsAcceptsNoneAfterIt() {
        var call = agent.verified(customer);
        var fix = "{\"packageId\":\"pkg-1\",\"fix\":\"clear-cache\",\"note\":\"n\"}";
        var answers = Together.run(
                12, i -> i == 6 ? set("frozen", "as-usual", "{}") : agent.act(call, "apply-micro-fix", fix));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 422, 423, 503);
        assertThat(customer.activity().body().at("/events/0/type").asText()).isEqualTo("policy-changed");
        agent.act(call, "apply-micro-fix", fix).isProblem(423, "telephone-frozen");
        assertThat(violations()).isEmpty();
    }
}
