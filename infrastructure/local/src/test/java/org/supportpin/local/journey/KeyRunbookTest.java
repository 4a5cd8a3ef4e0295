package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.functions.aws.AwsClients;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * The other steps of docs/runbook.md about keys, as far as they are not AWS's console: "Key compromised", "KMS denied" and "Secrets
 * that do not open". RetiredKeyTest has "Retire a key", and ReplacedSecretTest what the customers do.
 */
class KeyRunbookTest {

    @TempDir
    private Path data;

    private static void kms(Service service, Consumer<KmsClient> call) {
        try (var clients = new AwsClients(service.stack().awsEnvironment(), List.of())) {
            call.accept(clients.kms());
        }
    }

    private static String key(Service service) {
        return service.environment("ActivationFunction").getOrDefault("KEY_ID", "");
    }

    /** Steps 3 and 4 of the first, steps 1 and 2 of the second. */
    @Test
    void aDisabledKeyShowsNothingAndOnceItIsEnabledAllIsAsItWas() {
        try (var service = Service.in(data)) {
            var customer = service.customer().activated();
            var pin = customer.pin();
            var agent = service.agent();
            kms(service, kms -> kms.disableKey(request -> request.keyId(key(service))));
            kms(
                    service,
                    kms -> assertThat(kms.describeKey(request -> request.keyId(key(service)))
                                    .keyMetadata()
                                    .keyStateAsString())
                            .isEqualTo("Disabled"));

            customer.view().isProblem(503, "temporarily-unavailable");
            agent.verify(customer, pin).isProblem(503, "temporarily-unavailable");
            customer.declareMobile("+306999999990").isProblem(503, "temporarily-unavailable");
            customer.activate().isProblem(503, "temporarily-unavailable");
            service.customer().activate().isProblem(409, "mobile-required");
            assertThat(service.log()).contains("KeysUnavailable").contains("DisabledException");

            kms(service, kms -> kms.enableKey(request -> request.keyId(key(service))));
            assertThat(customer.pin()).isEqualTo(pin);
            agent.verify(customer, pin).is(201);
            assertThat(service.sweep().body().path("violationCount").asInt()).isZero();
        }
    }

    /** Step 4: what somebody may have computed with the opened keys is of no use. */
    @Test
    void whoDeactivatesAndActivatesHasAnotherPinKey() {
        try (var service = Service.in(data)) {
            var customer = service.customer().activated();
            var tampering = Tampering.with(service);
            var before = tampering.item(customer, "SECRET");
            customer.deactivate().is(204);
            assertThat(tampering.item(customer, "SECRET")).doesNotContainKey("pinWrapped");
            customer.activate().is(201);
            var after = tampering.item(customer, "SECRET");

            assertThat(after.get("pinWrapped")).isNotNull().isNotEqualTo(before.get("pinWrapped"));
            assertThat(after.get("recordWrapped")).isEqualTo(before.get("recordWrapped"));
        }
    }

    /** "Secrets that do not open", step 1: the audit names the customer, and only that one. */
    @Test
    void theAuditNamesTheCustomerWhoseKeyDoesNotOpen() {
        try (var service = Service.in(data)) {
            var sound = service.customer().activated();
            var customer = service.customer().activated();
            var tampering = Tampering.with(service);
            tampering.set(customer, "SECRET", "pinWrapped", tampering.value(sound, "SECRET", "pinWrapped"));
            service.advance(Duration.ofMinutes(1));

            var violations = service.sweep().body().path("violations");
            assertThat(violations).hasSize(1);
            assertThat(violations.at("/0/kind").asText()).isEqualTo("secret-does-not-open");
            assertThat(violations.at("/0/customerId").asText()).isEqualTo(customer.id());
        }
    }
}
