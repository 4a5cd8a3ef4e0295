package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a customer is told of without asking, by SMS and at the notice address, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesTest {

    private static final String NAMESERVERS =
            "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns1.example.com\"},{\"host\":\"ns2.example.com\"}]}";
    private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{6}\\b");

    private Service service;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.gated(data);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** Until nothing of the customer's waits. */
    private void deliver(CustomerSteps to) {
        for (int wait = 0; wait < 200 && service.backDoor().dump().contains("OUTBOX#" + to.id() + "/"); wait++) {
            service.invoke("OutboxFunction");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private List<JsonNode> mails(CustomerSteps to, String purpose) {
        return service.call("GET", "/local/back-office", "", null)
                .body()
                .path("mail")
                .valueStream()
                .filter(mail -> mail.path("to").asText().equals(address(to)))
                .filter(mail -> mail.path("purpose").asText().equals(purpose))
                .toList();
    }

    private static String address(CustomerSteps of) {
        return "c" + of.id() + "@notices.example.com";
    }

    private void register(CustomerSteps customer) {
        customer.declareAddress(address(customer)).is(202);
        deliver(customer);
        var code = DIGITS.matcher(
                mails(customer, "notice-address-code").getLast().path("text").asText());
        assertThat(code.find()).isTrue();
        customer.confirmAddress(code.group()).is(200);
        deliver(customer);
    }

    private List<String> sms(CustomerSteps customer, String beginning) {
        return service.told(customer.number()).stream()
                .filter(text -> text.startsWith(beginning))
                .toList();
    }

    private void assertTold(CustomerSteps customer, String beginning, String purpose, int times) {
        deliver(customer);
        assertThat(sms(customer, beginning)).hasSize(times);
        assertThat(mails(customer, purpose)).hasSize(times);
    }

    @Test
    void eachKindIsToldOnBothChannelsAndOnceAnHour() {
        var customer = service.customer().activated();
        deliver(customer);
        assertThat(sms(customer, "Το Support PIN ενεργ")).hasSize(1);
        register(customer);
        var agent = service.agent();

        for (int times = 1; times <= 2; times++) {
            customer.setPolicy("frozen", "as-usual", "{}").is(200);
            customer.setPolicy("open", "as-usual", "{}").is(200);
            customer.deactivate().is(204);
            customer.activated();
        }
        assertTold(customer, "Έγιναν αυστηρότεροι", "policy-tightened", 1);
        assertTold(customer, "Το Support PIN απενεργ", "deactivated", 1);
        assertThat(mails(customer, "rules-loosened")).hasSize(1);
        for (int wrong = 0; wrong < 5; wrong++) {
            agent.verify(customer, customer.wrongPin()).isProblem(403, "pin-rejected");
        }
        assertTold(customer, "Λάθος PIN στο τηλέφωνο: κλείδωμα έως ", "locked", 1);

        service.advance(Duration.ofMinutes(61));
        customer.notMe().is(204);
        customer.deactivate().is(204);
        customer.activated();

        assertTold(customer, "Έγιναν αυστηρότεροι", "policy-tightened", 2);
        assertTold(customer, "Το Support PIN απενεργ", "deactivated", 2);
        assertThat(sms(customer, "Το Support PIN ενεργ")).hasSize(2);
        assertThat(mails(customer, "activated")).hasSize(1);
    }

    @Test
    void aWaitingActionIsToldEachTimeWithItsValuesAndHowToStopIt() {
        var customer = service.customer("1001").activated();
        var agent = service.agent();
        var at = new GateSteps(service, customer);
        register(customer);
        var call = agent.verified(customer);

        var first = agent.act(call, "change-nameservers", NAMESERVERS, "first").is(202);
        deliver(customer);

        assertThat(sms(customer, "Ζητήσατε "))
                .singleElement()
                .asString()
                .contains("papadopoulou.gr", "Περιμένει έως ", "ΣΤΟΠ")
                .containsPattern(" EES?T\\. ")
                .hasSizeLessThanOrEqualTo(134);
        assertThat(mails(customer, "action-waiting"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("text").asText())
                        .contains("papadopoulou.gr", "ns1.example.com", "ns2.example.com", "Ανατολικής Ευρώπης", "ΣΤΟΠ")
                        .doesNotContain("http"));
        assertThat(at.stopAll(service.agent()).is(200).body().path("stopped").asInt())
                .isEqualTo(1);
        at.assertStopped(agent, call, first.text("actionId"));

        var second =
                agent.act(call, "change-nameservers", NAMESERVERS, "second").is(202);
        assertTold(customer, "Ζητήσατε ", "action-waiting", 2);

        var done = service.sms(customer.number()).size();
        at.typed(
                        customer,
                        second.text("actionId"),
                        second.body().at("/consent/code").asText())
                .is(200);
        deliver(customer);
        assertThat(service.sms(customer.number())).hasSize(done + 1);
        assertThat(service.sms(customer.number()).getLast())
                .startsWith("Άλλαξαν οι nameservers: ")
                .contains("ΣΤΟΠ");
        assertThat(mails(customer, "action-done"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("text").asText()).contains("όπως ζητήσατε στο τηλέφωνο"));

        customer.undo(second.text("actionId")).is(201);
        deliver(customer);
        assertThat(mails(customer, "action-done")).hasSize(2);
        assertThat(mails(customer, "action-done").getLast().path("text").asText())
                .contains("το ζητήσατε στον πίνακα ελέγχου")
                .doesNotContain("όπως ζητήσατε στο τηλέφωνο");
    }

    /** The outbox alone opens what waits. */
    @Test
    void whatWaitsIsSealed() {
        var customer = service.customer().activated();
        register(customer);
        customer.deactivate().is(204);

        assertThat(service.backDoor().dump())
                .contains("OUTBOX#" + customer.id() + "/", "deactivated")
                .doesNotContain(customer.number(), "απενεργοποιήθηκε");
        assertTold(customer, "Το Support PIN απενεργ", "deactivated", 1);
    }
}
