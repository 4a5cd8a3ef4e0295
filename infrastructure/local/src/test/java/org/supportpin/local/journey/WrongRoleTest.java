package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.KmsDataKeys;

/** Row 34: each function, in its own role, tries to open both keys of a customer who is really stored. */
class WrongRoleTest {

    private static final Map<String, Set<Purpose>> MAY_OPEN = Map.ofEntries(
            Map.entry("ActivationFunction", Set.of(Purpose.PIN, Purpose.RECORD)),
            Map.entry("CurrentPinFunction", Set.of(Purpose.PIN, Purpose.RECORD)),
            Map.entry("SmsFunction", Set.of(Purpose.PIN, Purpose.RECORD)),
            Map.entry("VerificationFunction", Set.of(Purpose.PIN)),
            Map.entry("ActionFunction", Set.of(Purpose.PIN, Purpose.RECORD)),
            Map.entry("RecoveryFunction", Set.of(Purpose.RECORD)),
            Map.entry("OutboxFunction", Set.of(Purpose.RECORD)),
            Map.entry("AuditFunction", Set.of(Purpose.RECORD)),
            Map.entry("RotationAuditFunction", Set.of(Purpose.PIN, Purpose.RECORD)),
            Map.entry("RewrappingFunction", Set.of()),
            Map.entry("RecordFunction", Set.of(Purpose.RECORD)),
            Map.entry("KeysFunction", Set.of()),
            Map.entry("TokenFunction", Set.of()),
            Map.entry("WatchFunction", Set.of()),
            Map.entry("EventFeedFunction", Set.of()),
            Map.entry("ErasureFunction", Set.of()));

    private final Service service = Service.shared();

    @Test
    void theWrongRoleOpensNothing() {
        var customer = service.customer().activated();

        assertThat(service.deployed().keySet()).isEqualTo(MAY_OPEN.keySet());
        MAY_OPEN.forEach((function, purposes) -> {
            for (var purpose : Purpose.values()) {
                if (purposes.contains(purpose)) {
                    assertThat(opened(function, customer, purpose)).isEqualTo(32);
                } else {
                    assertThatExceptionOfType(KeysUnavailable.class)
                            .as(function + " " + purpose)
                            .isThrownBy(() -> opened(function, customer, purpose));
                }
            }
        });
    }

    private int opened(String function, CustomerSteps customer, Purpose purpose) {
        var item = Tampering.with(service);
        var environment = service.environment(function);
        var keyId = item.value(customer, "SECRET", purpose.text() + "KeyId").s();
        var wrapped =
                item.value(customer, "SECRET", purpose.text() + "Wrapped").b().asByteArray();
        try (var clients = new AwsClients(environment, List.of(service.guard(function)));
                var opened = new KmsDataKeys(clients.kms(), keyId, Set.of())
                        .open(
                                new WrappedKey(new Ciphertext(wrapped), keyId),
                                new SecretContext(
                                        environment.getOrDefault("TENANT", ""),
                                        new CustomerId(customer.id()),
                                        1,
                                        purpose))) {
            return opened.length();
        }
    }
}
