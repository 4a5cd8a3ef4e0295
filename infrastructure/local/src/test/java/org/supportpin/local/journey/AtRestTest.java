package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Security rows 9 and 10: what the table discloses to a reader, and what happens if an item is moved. */
class AtRestTest {

    @Test
    void theTableDisclosesNeitherPinsNorNumbers(@TempDir Path data) {
        try (var service = Service.in(data)) {
            var customer = service.customer("1001");
            customer.declareMobile().is(202);
            var code = customer.newestDigits();
            customer.confirmMobile(code).is(200);
            customer.activate().is(201);
            customer.sendPin().is(202);
            var sent = customer.newestDigits();
            var agent = service.agent();
            agent.verify(customer, customer.wrongPin()).is(403);
            var verification = agent.verify(customer, sent).is(201).text("verificationId");
            agent.act(verification, "change-domain-administrator", """
                            {"domain":"nea.gr","administrator":
                              {"name":"Νίκος Δημητρίου","email":"nikos.d@example.gr","phone":"+302101234567"}}""").is(201);

            var dump = service.backDoor().dump();

            assertThat(dump)
                    .contains("CUSTOMER#1001", "SECRET", "DESTINATION#")
                    .doesNotContain(customer.number(), customer.number().substring(3), "2101234567", "nikos.d");
            assertThat(dump).doesNotContainPattern("\\b(" + code + "|" + sent + "|" + customer.pin() + ")\\b");
        }
    }

    @Test
    void aSecretMovedToAnotherCustomerDoesNotOpen(@TempDir Path data) {
        try (var service = Service.in(data)) {
            var one = service.customer().activated();
            var other = service.customer().activated();
            var pin = one.pin();
            var tampering = Tampering.with(service);
            var secret = tampering.item(one, "SECRET");
            tampering.put(one, "SECRET", tampering.item(other, "SECRET"));
            tampering.put(other, "SECRET", secret);

            for (var customer : new CustomerSteps[] {one, other}) {
                var refused = customer.view().isProblem(409, "secret-does-not-open");
                assertThat(refused.body().has("pin")).isFalse();
                customer.sendPin().isProblem(409, "secret-does-not-open");
                assertThat(service.sms(customer.number())).isEmpty();
            }
            service.agent().verify(other, pin).isProblem(409, "secret-does-not-open");
            service.agent().verify(one, pin).isProblem(409, "secret-does-not-open");

            assertThat(service.log()).contains("\"SecretsNotOpening\":1");
        }
    }
}
