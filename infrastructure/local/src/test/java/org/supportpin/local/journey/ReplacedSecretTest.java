package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Finding S6, row 34: whatever has happened to a customer's keys, no answer is a failure of the service; each says what the customer
 * can do, and that works.
 */
@Tag("ci")
class ReplacedSecretTest {

    private static final String SECRET = "SECRET";
    private static final AttributeValue FOREIGN =
            AttributeValue.fromS("arn:aws:kms:eu-central-1:000000000000:key/00000000-0000-0000-0000-000000000000");

    private final Service service = Service.shared();
    private final Tampering tampering = Tampering.with(service);

    enum Damage {
        PIN_KEY_ALTERED,
        RECORD_KEY_ALTERED,
        ITEM_OF_ANOTHER_CUSTOMER,
        ITEM_MISSING,
        ITEM_UNREADABLE,
        WRAPPED_BY_A_KEY_THAT_IS_NOT_ALLOWED
    }

    private CustomerSteps damaged(Damage damage) {
        var customer = service.customer().activated();
        switch (damage) {
            case PIN_KEY_ALTERED -> alter(customer, "pinWrapped");
            case RECORD_KEY_ALTERED -> alter(customer, "recordWrapped");
            case ITEM_OF_ANOTHER_CUSTOMER ->
                tampering.put(
                        customer, SECRET, tampering.item(service.customer().activated(), SECRET));
            case ITEM_MISSING -> tampering.drop(customer, SECRET);
            case ITEM_UNREADABLE -> tampering.set(customer, SECRET, "recordVersion", AttributeValue.fromS("x"));
            case WRAPPED_BY_A_KEY_THAT_IS_NOT_ALLOWED -> {
                tampering.set(customer, SECRET, "pinKeyId", FOREIGN);
                tampering.set(customer, SECRET, "recordKeyId", FOREIGN);
            }
        }
        return customer;
    }

    private void alter(CustomerSteps customer, String attribute) {
        var bytes = tampering.value(customer, SECRET, attribute).b().asByteArray();
        bytes[bytes.length - 1] ^= 1;
        tampering.set(customer, SECRET, attribute, AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
    }

    private static String remedy(Answer answer) {
        answer.isProblem(409, "secret-does-not-open");
        assertThat(answer.body().has("pin")).isFalse();
        return answer.text("remedy");
    }

    private void register(CustomerSteps customer) {
        customer.declareMobile().is(202);
        customer.confirmMobile(customer.newestDigits()).is(200);
    }

    /** Does what the answers say, and nothing else. */
    private void mend(CustomerSteps customer) {
        var shown = customer.view();
        if (shown.status() == 409 || shown.text("status").equals("inactive")) {
            assertThat(shown.status() == 200 || remedy(shown).equals("activate"))
                    .isTrue();
            var activated = customer.activate();
            if (activated.status() == 409) {
                activated.isProblem(409, "mobile-required");
                register(customer);
                customer.activate().is(201);
            }
        }
        var sent = customer.sendPin();
        if (sent.status() == 409) {
            assertThat(remedy(sent)).isEqualTo("register-mobile");
            register(customer);
            service.advance(Duration.ofMinutes(1));
            customer.sendPin().is(202);
        }
    }

    private void assertAllIsWell(CustomerSteps customer) {
        assertThat(customer.view().is(200).text("maskedNumber"))
                .endsWith(customer.number().substring(customer.number().length() - 2));
        assertThat(customer.newestDigits()).isEqualTo(customer.pin());
        service.agent().verify(customer, customer.pin()).is(201);
        assertThat(service.sweep().body().path("violations").valueStream())
                .noneMatch(violation -> violation.path("customerId").asText().equals(customer.id()));
    }

    @ParameterizedTest
    @EnumSource
    void aSecretThatDoesNotOpenCanBeReplaced(Damage damage) {
        var customer = damaged(damage);

        mend(customer);

        assertAllIsWell(customer);
    }

    @ParameterizedTest
    @EnumSource
    void itCanBeSwitchedOffAndOnAgain(Damage damage) {
        var customer = damaged(damage);

        customer.deactivate().is(204);
        assertThat(customer.view().is(200).text("status")).isEqualTo("inactive");
        mend(customer);

        assertAllIsWell(customer);
    }

    @ParameterizedTest
    @EnumSource
    void theMobileCanBeRegisteredAgainFirst(Damage damage) {
        var customer = damaged(damage);

        register(customer);
        mend(customer);

        assertAllIsWell(customer);
    }

    @ParameterizedTest
    @EnumSource
    void noRouteFails(Damage damage) {
        var agent = service.agent();
        for (var status : List.of(
                damaged(damage).view().status(),
                damaged(damage).activate().status(),
                damaged(damage).deactivate().status(),
                damaged(damage).declareMobile().status(),
                damaged(damage).confirmMobile("123456").status(),
                damaged(damage).unlock().status(),
                damaged(damage).sendPin().status(),
                damaged(damage).activity().status(),
                agent.sendPin(damaged(damage).id()).status(),
                agent.verify(damaged(damage), "123456").status())) {
            assertThat(status).isIn(200, 201, 202, 204, 403, 409);
        }
    }

    /** What was sealed is lost, and the record says so. */
    @Test
    void theLedgerSaysThatTheRecordKeyWasReplaced() {
        var customer = damaged(Damage.RECORD_KEY_ALTERED);
        register(customer);

        var declared = tampering.value(customer, Tampering.entry(2), "body").s();
        assertThat(declared).contains("\"mobile-declared\"").contains("\"keys\":[2,1,1,2]");
    }

    /** A mobile that cannot be read is still a mobile that is replaced. */
    @Test
    void theNewMobileIsHeldLikeAnyReplacement() {
        var customer = damaged(Damage.RECORD_KEY_ALTERED);
        register(customer);

        assertThat(customer.activity().body().at("/events/0/details/heldUntil").asText())
                .isNotEmpty();
    }
}
