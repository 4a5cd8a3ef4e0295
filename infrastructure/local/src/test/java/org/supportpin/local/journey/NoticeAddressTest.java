package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.testing.Together;

/** The second address for notices, by mail. */
class NoticeAddressTest {

    private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{6}\\b");

    private final Service service = Service.shared();
    private final CustomerSteps customer = service.customer().activated();
    private final String old = customer.id() + "@old.gr";
    private final String other = customer.id() + "@other.com";

    /** The purposes of the mails to an address, once nothing of the customer's waits. */
    private List<String> mailedTo(String address) {
        return mails(address).stream()
                .map(mail -> mail.path("purpose").asText())
                .toList();
    }

    private List<JsonNode> mails(String address) {
        for (int wait = 0; wait < 100 && service.backDoor().dump().contains("OUTBOX#" + customer.id() + "/"); wait++) {
            service.invoke("OutboxFunction");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return service.call("GET", "/local/back-office", "", null)
                .body()
                .path("mail")
                .valueStream()
                .filter(mail -> mail.path("to").asText().equals(address))
                .toList();
    }

    private String code(String address) {
        return mails(address).stream()
                .map(mail -> DIGITS.matcher(mail.path("text").asText()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    private void register(String address) {
        customer.declareAddress(address).is(202);
        customer.confirmAddress(code(address)).is(200);
    }

    private static String wrong(String right) {
        return right.equals("000000") ? "000001" : "000000";
    }

    @Test
    void aCodeByMailConfirmsIt() {
        assertThat(customer.address().is(200).body().path("confirmed").isNull()).isTrue();
        var declared = customer.declareAddress(old).is(202);
        assertThat(declared.text("maskedAddress")).isEqualTo("c•••@o•••.gr");
        assertThat(Duration.between(service.now(), declared.instant("confirmationExpiresAt")))
                .isBetween(Duration.ofMinutes(58), Duration.ofHours(1));
        assertThat(customer.address().body().at("/pending/maskedAddress").asText())
                .isEqualTo("c•••@o•••.gr");

        var confirmed = customer.confirmAddress(code(old)).is(200);

        assertThat(confirmed.text("maskedAddress")).isEqualTo("c•••@o•••.gr");
        var shown = customer.address().is(200).body();
        assertThat(shown.at("/confirmed/confirmedAt").asText()).isEqualTo(confirmed.text("confirmedAt"));
        assertThat(shown.path("pending").isNull()).isTrue();
        assertThat(mailedTo(old)).containsExactlyInAnyOrder("notice-address-code", "address-confirmed");
        assertThat(service.sms(customer.number())).singleElement().asString().startsWith("Άλλαξε το email");
    }

    @Test
    void aWrongCodeIsCountedAndTheFifthIsTheLast() {
        customer.confirmAddress("123456").isProblem(409, "no-pending-confirmation");
        customer.declareAddress(old).is(202);
        var code = code(old);
        for (int left = 4; left >= 0; left--) {
            var refused = customer.confirmAddress(wrong(code)).isProblem(422, "code-rejected");
            assertThat(refused.body().path("attemptsLeft").asInt()).isEqualTo(left);
        }
        customer.confirmAddress(code).isProblem(409, "no-pending-confirmation");
    }

    @Test
    void beforeAMobileThereIsNoSecond() {
        service.customer().declareAddress(old).isProblem(409, "mobile-required");
        service.customer().removeAddress().is(204);
        service.customer().address().is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@b",
                "a b@example.gr",
                "a@example..gr",
                "<a@example.gr>",
                "a@example.gr, b@example.gr",
                "a\\r\\nBcc: b@example.gr"
            })
    void whatIsNoAddressIsRefusedInBothLanguages(String text) {
        var refused = customer.declareAddress(text).isProblem(422, "invalid-parameters");

        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/email");
        assertThat(refused.body().at("/errors/0/text/el").asText()).startsWith("Δώστε μια διεύθυνση email");
        assertThat(refused.body().toString()).doesNotContain("Bcc");
    }

    @Nested
    class OnFile {

        private final CustomerSteps stale = customer.signedIn(Duration.ofMinutes(11));

        @Test
        void theFirstNeedsNoFreshSignInAndAnotherDoes() {
            stale.declareAddress(old).is(202);
            stale.confirmAddress(code(old)).is(200);

            stale.declareAddress(other).isProblem(403, "login-not-fresh");
            customer.declareAddress(other).is(202);
            stale.confirmAddress(code(other)).isProblem(403, "login-not-fresh");
            stale.removeAddress().isProblem(403, "login-not-fresh");
            customer.confirmAddress(code(other)).is(200);
        }

        @Test
        void aChangeIsToldToTheMobileAndToBothAddresses() {
            register(old);
            register(other);

            assertThat(mailedTo(old))
                    .containsExactlyInAnyOrder("notice-address-code", "address-confirmed", "address-replaced");
            assertThat(mailedTo(other)).containsExactlyInAnyOrder("notice-address-code", "address-confirmed");
            assertThat(service.sms(customer.number())).hasSize(2);
            assertThat(mails(old))
                    .filteredOn(mail -> mail.path("purpose").asText().equals("address-replaced"))
                    .singleElement()
                    .asString()
                    .contains("Δεν ήσασταν εσείς;")
                    .doesNotContain(other, "http");
        }

        @Test
        void aRemovalIsToldToTheMobileAndToTheAddress() {
            register(old);
            customer.removeAddress().is(204);

            assertThat(customer.address().body().path("confirmed").isNull()).isTrue();
            assertThat(mailedTo(old)).contains("address-removed");
            assertThat(service.sms(customer.number())).hasSize(2);
            customer.removeAddress().is(204);
            assertThat(service.sms(customer.number())).hasSize(2);
        }

        @Test
        void aChangeOfMobileAndLooserRulesAreToldToIt() {
            register(old);
            var mobile = "+30692" + customer.number().substring(6);
            customer.declareMobile(mobile).is(202);
            customer.confirmMobile(customer.newestDigits(mobile)).is(200);
            customer.setPolicy("frozen", "as-usual", "{}").is(200);
            customer.setPolicy("open", "as-usual", "{}").is(200);

            assertThat(mailedTo(old)).contains("mobile-changed", "rules-loosened", "policy-tightened");
        }
    }

    @Test
    void noItemAndNoLogHasTheAddressOrTheCode() {
        customer.declareAddress(old).is(202);
        var waiting = service.backDoor().dump();
        var code = code(old);
        customer.confirmAddress(code).is(200);

        // The simulated mail system's own table keeps what it was given.
        assertThat(waiting).doesNotContain(old).doesNotContainPattern("\\b" + code + "\\b");
        assertThat(service.log()).doesNotContain(old, code);
        assertThat(customer.activity().body().toString())
                .contains("notice-address-declared", "notice-address-confirmed")
                .doesNotContain(old);
        assertThat(customer.export().is(200).text("noticeAddress")).isEqualTo(old);
    }

    @Test
    void ofAHundredRightCodesOneConfirms() {
        customer.declareAddress(old).is(202);
        var code = code(old);
        var answers = Together.run(100, _ -> customer.confirmAddress(code));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409, 503);
        assertThat(customer.activity().body().findValuesAsText("type"))
                .filteredOn("notice-address-confirmed"::equals)
                .hasSize(1);
        assertThat(mailedTo(old)).containsExactlyInAnyOrder("notice-address-code", "address-confirmed");
    }

    @Test
    void erasureLeavesNothingOfIt() {
        register(old);
        customer.declareAddress(other).is(202);
        for (var who : List.of("auditor-1", "auditor-2")) {
            service.call(
                    "DELETE",
                    "/v1/audit/customers/" + customer.id(),
                    "{\"note\":\"Letter\"}",
                    service.token("auditor", who, "{\"scope\":\"audit:erase\"}"));
        }

        assertThat(customer.export().is(200).body().path("noticeAddress").isNull())
                .isTrue();
        var shown = customer.address().is(200).body();
        assertThat(shown.path("confirmed").isNull()).isTrue();
        assertThat(shown.path("pending").isNull()).isTrue();
        assertThat(service.backDoor().items())
                .filteredOn(item -> LedgerChecker.text(item, "pk").equals("CUSTOMER#" + customer.id())
                        && LedgerChecker.text(item, "sk").equals("SECRET"))
                .allSatisfy(item -> assertThat(item).doesNotContainKeys("address", "pendingAddress"));
    }
}
