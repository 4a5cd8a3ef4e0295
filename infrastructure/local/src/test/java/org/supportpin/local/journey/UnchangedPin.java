package org.supportpin.local.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.Phase;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.PinKey;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.KmsDataKeys;

/** A customer whose PIN is the same as in the half hour before. */
final class UnchangedPin {

    private static final int PACE = 20;

    private UnchangedPin() {}

    /**
     * A generation with the same PIN as the one before, found with the customer's secret, as entry 5.
     *
     * @param steps within so many half hours, to which the service's clock is moved
     * @return whether there is one
     */
    static boolean plant(Service service, CustomerSteps customer, int steps) {
        var id = new CustomerId(customer.id());
        try (var secret = opened(service, customer, id)) {
            var step = Phase.of(id).step(service.now());
            var found = unchanged(secret, step, steps);
            found.ifPresent(unchanged -> {
                Tampering.with(service).forge(customer, 4, 5, body -> at(body, unchanged));
                if (unchanged.step() > step) {
                    service.advance(Phase.STEP.multipliedBy(unchanged.step() - step));
                }
            });
            return found.isPresent();
        }
    }

    private static void at(ObjectNode body, PinCounter unchanged) {
        body.putArray("event").add("lock-lifted");
        body.withObject("/state").withArray("/gen").set(0, unchanged.generation());
    }

    private static PinKey opened(Service service, CustomerSteps customer, CustomerId id) {
        var tampering = Tampering.with(service);
        var context = new SecretContext("support-pin", id, 1, Purpose.PIN);
        var kms = new AwsClients(service.stack().awsEnvironment(), List.of()).kms();
        var keyId = tampering.value(customer, "SECRET", "pinKeyId").s();
        var wrapped = new Ciphertext(
                tampering.value(customer, "SECRET", "pinWrapped").b().asByteArray());
        return new PinKey(context, new KmsDataKeys(kms, keyId, Set.of()).open(new WrappedKey(wrapped, keyId), context));
    }

    /** Each PIN is derived once, and compared with the one half an hour before it. */
    private static Optional<PinCounter> unchanged(PinKey secret, long from, int steps) {
        for (long first = from; first < from + steps; first += PACE) {
            for (int generation = 0; generation < 65_536; generation++) {
                var before = secret.pin(new PinCounter(first - 1, generation));
                for (long step = first; step < first + PACE; step++) {
                    var counter = new PinCounter(step, generation);
                    var pin = secret.pin(counter);
                    if (pin.equals(before)) {
                        return Optional.of(counter);
                    }
                    before = pin;
                }
            }
        }
        return Optional.empty();
    }
}
