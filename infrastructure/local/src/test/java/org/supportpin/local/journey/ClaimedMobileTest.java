package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Security row 16: the number that the panel has verified counts as the mobile on file, also before any is. */
class ClaimedMobileTest {

    private static final String STANDARD =
            "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"upsert\",\"name\":\"claimed\",\"type\":\"A\",\"records\":[\"195.251.255.30\"]}]}";
    private static final String HIGH =
            "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns8.example.com\"},{\"host\":\"ns9.example.com\"}]}";
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    private final Service service = Service.shared();
    private final String claimed = "+306982" + NEXT.incrementAndGet() + "111";
    private final String other = "+306983" + NEXT.incrementAndGet() + "222";

    @Test
    void aMobileOtherThanTheAccountsIsHeldAndTheAccountsIsTold() {
        try (var own = Service.inAFolderOfItsOwn()) {
            var customer = own.customer("1001").claiming(claimed);
            customer.declareMobile(other).is(202);
            customer.confirmMobile(customer.newestDigits(other)).is(200);
            customer.activate().is(201);

            assertThat(own.sms(claimed))
                    .as("the notice to the account's number")
                    .singleElement()
                    .asString()
                    .doesNotContain(other.substring(8))
                    .doesNotMatch("(?s).*[0-9]{6}.*");
            assertThat(customer.view().text("maskedNumber")).endsWith("22");
            assertThat(customer.activity().body().findValuesAsText("heldUntil")).hasSize(1);
            customer.sendPin().is(202);
            var agent = own.agent();
            var verification =
                    agent.verify(customer, customer.newestDigits(other)).is(201).text("verificationId");
            agent.act(verification, "change-dns-records", STANDARD).is(201);
            assertThat(agent.act(verification, "change-nameservers", HIGH)
                            .isProblem(422, "action-refused")
                            .text("rule"))
                    .isEqualTo("mobile-recently-changed");
        }
    }

    /** The thief drops the claim from one of the two tokens. */
    @Test
    void aClaimOfEitherTokenCounts() {
        var gone = service.customer();
        gone.claiming(claimed).declareMobile(other).is(202);
        gone.confirmMobile(gone.newestDigits(other)).is(200);
        assertThat(gone.activity().body().findValuesAsText("heldUntil")).hasSize(1);

        var late = service.customer();
        late.declareMobile(other).is(202);
        late.claiming(claimed).confirmMobile(late.newestDigits(other)).is(200);
        assertThat(late.activity().body().findValuesAsText("heldUntil")).hasSize(1);

        assertThat(service.sms(claimed)).hasSize(2);
    }

    @Test
    void theAccountsOwnNumberIsNotHeld() {
        var customer = service.customer().claiming(claimed);
        customer.declareMobile(claimed).is(202);
        customer.confirmMobile(customer.newestDigits(claimed)).is(200);

        assertThat(customer.activity().body().findValuesAsText("heldUntil")).isEmpty();
        assertThat(service.sms(claimed)).hasSize(1);
    }

    @Test
    void theTableDoesNotDiscloseTheClaim() {
        var customer = service.customer().claiming(claimed);
        customer.declareMobile(other).is(202);

        assertThat(service.backDoor().dump())
                .contains("CUSTOMER#" + customer.id())
                .doesNotContain(claimed.substring(3), other.substring(3));
    }
}
