package org.supportpin.backoffice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;

/** Lists of a customer's things come in pages, within bounds, and hold nobody else's. */
class WebhookListsTest {

    private final StubServer server = StubServer.start();
    private final AtomicInteger pages = new AtomicInteger();
    private final Billing billing = new Webhook(
                    new WebhookSettings(server.endpoint(), List.of(new SecretReference("/support-pin/key"))),
                    _ -> new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                    Clock.systemUTC(),
                    new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10)))
            .billing();

    @AfterEach
    void stop() {
        server.close();
    }

    private static Behaviour page(List<Service> services, String next) {
        return Behaviour.says(
                200,
                JsonText.write(Json.object()
                        .put("items", Json.array(services, BillingJson.SERVICE::write))
                        .put("nextCursor", next.isEmpty() ? Json.Null.NULL : Json.of(next))
                        .build()));
    }

    private Json data(int call) {
        return JsonText.readOwn(server.asked().get(call).text()).path("data");
    }

    @Test
    void theNextPageIsAskedForByTheReceiversCursor() {
        server.does(
                _ -> page(List.of(Calls.service(Calls.CUSTOMER)), pages.incrementAndGet() < 3 ? "after~" + pages : ""));

        var listed = billing.services(Calls.CUSTOMER);

        assertThat(listed.items()).hasSize(3);
        assertThat(listed.missing()).isEmpty();
        assertThat(data(0).has("cursor")).isFalse();
        assertThat(data(2).path("cursor").asText()).isEqualTo("after~2");
        assertThat(data(2).path("customerId").asText()).isEqualTo("1001");
    }

    @Test
    void anotherCustomersThingIsNotListed() {
        server.does(_ -> page(List.of(Calls.service(new CustomerId("1002")), Calls.service(Calls.CUSTOMER)), ""));

        assertThat(billing.services(Calls.CUSTOMER).items())
                .extracting(Service::customer)
                .containsExactly(Calls.CUSTOMER);
    }

    @Test
    void anotherCustomerIsNobody() {
        server.does(_ -> Behaviour.says(200, "{\"found\":{\"customerId\":\"1002\",\"name\":\"Ελένη\"}}"));

        assertThat(billing.holder(Calls.CUSTOMER)).isEmpty();
    }

    @Test
    void aListWithoutEndIsReadForTwentyPagesAtMost() {
        server.does(_ -> page(List.of(Calls.service(Calls.CUSTOMER)), "again"));

        assertThat(billing.services(Calls.CUSTOMER).missing()).contains(Gap.MORE);
        assertThat(server.asked()).hasSize(20);
    }

    @Test
    void twoHundredAreEnough() {
        var many = java.util.Collections.nCopies(100, Calls.service(Calls.CUSTOMER));
        server.does(_ -> page(many, "again"));

        var listed = billing.services(Calls.CUSTOMER);

        assertThat(listed.items()).hasSize(Listing.MOST);
        assertThat(listed.missing()).contains(Gap.MORE);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void whatWasReadBeforeAFailureIsKept() {
        server.does(_ -> pages.incrementAndGet() == 1
                ? page(List.of(Calls.service(Calls.CUSTOMER)), "2")
                : Behaviour.says(500, ""));

        var listed = billing.services(Calls.CUSTOMER);

        assertThat(listed.items()).hasSize(1);
        assertThat(listed.missing()).contains(Gap.UNAVAILABLE);
    }

    @Test
    void anOperationThatTheReceiverLacksIsUnavailable() {
        server.does(_ -> Behaviour.says(404, "{}"));

        assertThatThrownBy(() -> billing.services(Calls.CUSTOMER)).isInstanceOf(BackOfficeUnavailable.class);
    }
}
