package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is notified of a customer's actions, and what the table does not disclose. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationTest {

    /** The DNS changes of the cases allow another certificate authority. */
    private static final List<String> HIGH_RISK =
            List.of("change-dns-records", "change-nameservers", "recall-gr-domain", "change-domain-administrator");

    private static final String NEW_ADMINISTRATOR = """
            {"domain":"nea.gr","administrator":
              {"name":"Νίκος Δημητρίου","email":"nikos.d@example.gr","phone":"+302101234567"}}""";

    private Service service;
    private CustomerSteps customer;
    private AgentSteps agent;
    private String verification;

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
        customer = service.customer("1001").activated();
        agent = service.agent();
        verification = agent.verified(customer);
    }

    @ParameterizedTest
    @MethodSource("org.supportpin.local.journey.ActionCase#all")
    void onlyHighRiskActionsAreNotifiedBySms(ActionCase each) {
        var before = service.sms(customer.number()).size();

        agent.act(verification, each.action(), each.parameters()).is(201);

        var sent = service.sms(customer.number())
                .subList(before, service.sms(customer.number()).size());
        assertThat(sent).hasSize(HIGH_RISK.contains(each.action()) ? 1 : 0);
        assertThat(sent)
                .allSatisfy(text ->
                        assertThat(text).doesNotContain(each.parameters()).hasSizeLessThanOrEqualTo(134));
    }

    @Test
    void aDnsChangeThatTakesNothingOverIsNot() {
        var before = service.sms(customer.number()).size();

        agent.act(
                        verification,
                        "change-dns-records",
                        "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"upsert\",\"name\":\"blog\",\"type\":\"CNAME\",\"records\":[\"shops.example.com\"]}]}")
                .is(201);

        assertThat(service.sms(customer.number())).hasSize(before);
    }

    @Test
    void aRemovedMailRecordIsNotifiedBySms() {
        var before = service.sms(customer.number()).size();

        agent.act(
                        verification,
                        "change-dns-records",
                        "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"delete\",\"name\":\"@\",\"type\":\"MX\"}]}")
                .is(201);

        assertThat(service.sms(customer.number())).hasSize(before + 1);
    }

    @Test
    void bothAdministratorsAreNotifiedByMailInBothLanguages() {
        agent.act(verification, "change-domain-administrator", NEW_ADMINISTRATOR)
                .is(201);

        assertThat(mail().findValuesAsText("to")).containsExactlyInAnyOrder("maria@example.gr", "nikos.d@example.gr");
        assertThat(mail()).allSatisfy(each -> assertThat(each.toString()).contains("nea.gr"));
    }

    @Test
    void theOrdersDetailsGoToTheAdministratorAndThoseOfADomainNameToItsOwner() {
        var hosting = agent.act(verification, "send-order-details", "{\"orderId\":\"ord-1\"}")
                .is(201);
        var domain = agent.act(verification, "send-order-details", "{\"orderId\":\"ord-2\"}")
                .is(201);

        assertThat(hosting.body().path("result").path("sentTo").asText()).isEqualTo("m•••@e•••.gr");
        assertThat(domain.body().path("result").path("sentTo").asText()).isEqualTo("g•••@e•••.gr");
        assertThat(mail().findValuesAsText("to")).containsExactlyInAnyOrder("maria@example.gr", "giorgos@example.gr");
        assertThat(mail()).allSatisfy(each -> assertThat(each.toString()).contains("IBAN", "€"));
    }

    @Test
    void theFourthMailOfADayForOneOrderIsRefused() {
        for (int mail = 0; mail < 3; mail++) {
            agent.act(verification, "send-order-details", "{\"orderId\":\"ord-4\"}")
                    .is(201);
        }

        var fourth = agent.act(verification, "send-order-details", "{\"orderId\":\"ord-4\"}")
                .isProblem(422, "action-refused");

        assertThat(fourth.text("rule")).isEqualTo("too-many-mails");
        assertThat(mail().size()).isEqualTo(3);
    }

    @Test
    void aSecondUpgradeWaitsForTheFirst() {
        var upgrade = "{\"serviceId\":\"svc-1\",\"productId\":\"hosting-pro\"}";
        agent.act(verification, "upgrade-service", upgrade).is(201);

        assertThat(agent.act(verification, "upgrade-service", upgrade)
                        .isProblem(422, "action-refused")
                        .text("rule"))
                .isEqualTo("upgrade-in-progress");
    }

    @Test
    void theTableDoesNotDiscloseTheNewAdministrator() {
        agent.act(verification, "change-domain-administrator", NEW_ADMINISTRATOR)
                .is(201);

        assertThat(service.backDoor().dump())
                .contains("change-domain-administrator")
                .doesNotContain("Δημητρίου", "nikos.d@", "2101234567", "Παπαδοπούλου", "maria@", customer.number());
    }

    private JsonNode mail() {
        return service.call("GET", "/local/back-office", "", null).body().path("mail");
    }
}
