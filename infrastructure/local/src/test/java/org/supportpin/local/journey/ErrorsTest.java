package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error of api.md, as the right problem, with its end if it ends by time. */
class ErrorsTest {

    private final Service service = Service.shared();

    @Nested
    class Panel {

        @ParameterizedTest
        @ValueSource(strings = {"2101234567", "+302101234567", "+8801712345678", "+309091234567", "69123", "", "xyz"})
        void onlyAServedMobileIsTaken(String number) {
            var answer = service.customer().declareMobile(number).isProblem(422, "invalid-parameters");

            assertThat(answer.pointers()).containsExactly("/number");
            assertThat(number.isEmpty() || !answer.text("detail").contains(number))
                    .isTrue();
            assertThat(number.isEmpty()
                            || !answer.body().path("errors").toString().contains(number))
                    .isTrue();
        }

        /** As people type and paste it, and as OpenID Connect writes it. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "+30 (691) 111-0102",
                    "691 111 0202",
                    "691.111.0302",
                    "(+30) 691-1110402",
                    "tel:+30-691-111-0502",
                    "\\u202a+30 691 111 0602\\u202c",
                    "\\ufeff6911110702\\u200b"
                })
        void aMobileIsTakenAsPeopleWriteIt(String written) {
            service.customer().declareMobile(written).is(202);
            var customer = service.customer();
            var claims = "{\"phone_number\":\"%s\",\"phone_number_verified\":true}".formatted(written);

            assertThat(service.call(
                                    "POST",
                                    "/v1/panel/support-pin/activation",
                                    "",
                                    service.token("customer", customer.id(), claims))
                            .is(201)
                            .text("maskedNumber"))
                    .isEqualTo("+30 ••• ••• ••02");
        }

        @Test
        void aPinIsTakenAsItIsPasted() {
            var customer = service.customer().activated();
            var pin = customer.pin();

            service.agent()
                    .verify(customer, "\\u202a" + pin.substring(0, 3) + "\\u00a0" + pin.substring(3) + "\\u200f")
                    .is(201);
            service.agent().verify("c\\u200b1", "123456", "call-1").isProblem(422, "invalid-parameters");
        }

        @Test
        void theFourthCodeInAHalfHourIsTooMany() {
            var customer = service.customer();
            for (int number = 1; number <= 3; number++) {
                customer.declareMobile("+30691234500" + number).is(202);
            }

            endsInTime(customer.declareMobile("+306912345004").isProblem(429, "too-many-requests"));
        }

        @Test
        void theSameNumberWaitsForTheCoolDown() {
            var customer = service.customer();
            customer.declareMobile().is(202);

            endsInTime(customer.declareMobile().isProblem(429, "too-many-requests"));
        }

        @Test
        void fiveWrongCodesVoidTheConfirmation() {
            var customer = service.customer();
            customer.declareMobile().is(202);
            var wrong = customer.newestDigits().equals("000000") ? "000001" : "000000";
            for (int left = 4; left >= 0; left--) {
                assertThat(customer.confirmMobile(wrong)
                                .isProblem(422, "code-rejected")
                                .body()
                                .path("attemptsLeft")
                                .asInt())
                        .isEqualTo(left);
            }

            customer.confirmMobile(customer.newestDigits()).isProblem(409, "no-pending-confirmation");
        }

        @Test
        void aCodeExpires() {
            var customer = service.customer();
            customer.declareMobile().is(202);
            service.advance(Duration.ofMinutes(10));

            customer.confirmMobile(customer.newestDigits()).isProblem(409, "no-pending-confirmation");
        }

        @Test
        void withoutTheServiceThereIsNothingToSendOrUnlock() {
            var customer = service.customer();

            customer.sendPin().isProblem(409, "not-activated");
            customer.unlock().isProblem(409, "not-activated");
        }

        @Test
        void smsAreAMinuteApartAndThreeInAHalfHour() {
            var customer = service.customer().activated();
            customer.sendPin().is(202);
            endsInTime(customer.sendPin().isProblem(429, "too-many-requests"));
            for (int sms = 2; sms <= 3; sms++) {
                service.advance(Duration.ofSeconds(61));
                customer.sendPin().is(202);
            }
            service.advance(Duration.ofSeconds(61));

            endsInTime(customer.sendPin().isProblem(429, "too-many-requests"));
        }
    }

    @Nested
    class Agent {

        @Test
        void allFaultsOfARequestComeAtOnce() {
            var answer = service.agent()
                    .call("POST", "/v1/agent/verifications", "{\"customerId\":\"\",\"pin\":\"12345\",\"extra\":1}")
                    .isProblem(422, "invalid-parameters");

            assertThat(answer.pointers()).containsExactlyInAnyOrder("/customerId", "/pin", "/callReference", "/extra");
        }

        @Test
        void allFaultsOfAnActionComeAtOnce() {
            var agent = service.agent();
            var answer = agent.call("POST", "/v1/agent/verifications/MTAwMQ.AAAAAAAAAAAAAAAAAAAAAA/actions", """
                            {"action":"change-dns-records","parameters":{"domain":"papadopoulou.gr","changes":[
                              {"op":"replace","name":"www","type":"A","records":["195.251.255.1"]},
                              {"op":"upsert","name":"www","type":"A","ttl":5,"records":["10.0.0.1"]}]}}""")
                    .isProblem(422, "invalid-parameters");

            assertThat(answer.pointers())
                    .containsExactlyInAnyOrder(
                            "/Idempotency-Key",
                            "/parameters/changes/0/op",
                            "/parameters/changes/1/ttl",
                            "/parameters/changes/1/records/0");
        }

        @Test
        void aLockSaysUntilWhenAndTheCustomerLiftsIt() {
            var customer = service.customer().activated();
            var agent = service.agent();
            var wrong = customer.wrongPin();
            for (int left = 4; left >= 0; left--) {
                assertThat(agent.verify(customer, wrong)
                                .isProblem(403, "pin-rejected")
                                .body()
                                .path("attemptsLeft")
                                .asInt())
                        .isEqualTo(left);
            }
            var view = customer.view();

            var locked = agent.verify(customer, view.text("pin")).isProblem(423, "phone-verification-locked");
            endsInTime(locked);
            assertThat(locked.instant("retryAt")).isEqualTo(view.instant("validUntil"));
            assertThat(view.text("phoneVerification")).isEqualTo("locked");
            assertThat(view.instant("asOf")).isBetween(view.instant("validFrom"), view.instant("validUntil"));
            assertThat(lockOfTheSamePin(customer, view)).hasValue("locked");
            var unlocked = customer.unlock().is(200);
            assertThat(unlocked.text("phoneVerification")).isEqualTo("open");
            assertThat(unlocked.text("pin")).isNotEqualTo(view.text("pin"));
            assertThat(lockOfTheSamePin(customer, unlocked)).hasValue("open");
            agent.verify(customer, unlocked.text("pin")).is(201);
        }

        /** A lock does not change the PIN; a panel that has the PIN learns of it nevertheless. */
        private Optional<String> lockOfTheSamePin(CustomerSteps customer, Answer view) {
            return customer.view("If-None-Match", view.header("etag").orElseThrow())
                    .is(304)
                    .header("phone-verification");
        }

        @Test
        void anAgentWithTenWrongPinsIsSuspended() {
            var agent = service.agent();
            for (int wrong = 0; wrong < 10; wrong++) {
                var customer = service.customer().activated();
                agent.verify(customer, customer.wrongPin()).is(403);
            }
            var customer = service.customer().activated();

            endsInTime(agent.verify(customer, customer.pin()).isProblem(429, "agent-suspended"));
            service.agent().verify(customer, customer.pin()).is(201);
        }

        @Test
        void aCustomerWithoutTheServiceIsReported() {
            var agent = service.agent();

            agent.verify("nobody", "123456", "call-1").isProblem(409, "not-activated");
            agent.sendPin("nobody").isProblem(409, "not-activated");
        }

        @Test
        void anotherAgentsVerificationIsLikeAnUnknownOne() {
            var customer = service.customer().activated();
            var verification = service.agent().verified(customer);
            var other = service.agent();
            var change =
                    "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"delete\",\"name\":\"@\",\"type\":\"A\"}]}";

            other.act(verification, "change-dns-records", change).isProblem(403, "not-verified");
            other.end(verification).isProblem(403, "not-verified");
            other.act("MTAwMQ.AAAAAAAAAAAAAAAAAAAAAA", "change-dns-records", change)
                    .isProblem(403, "not-verified");
            other.act("nonsense", "change-dns-records", change).isProblem(403, "not-verified");
        }

        @Test
        void aVerificationEndsAfterAQuarterOfAnHour() {
            var customer = service.customer("1001").activated();
            var agent = service.agent();
            var verification = agent.verified(customer);
            service.advance(Duration.ofMinutes(15));

            agent.act(
                            verification,
                            "change-dns-records",
                            "{\"domain\":\"nea.gr\",\"changes\":[{\"op\":\"delete\",\"name\":\"@\",\"type\":\"TXT\"}]}")
                    .isProblem(403, "not-verified");
        }

        @ParameterizedTest
        @CsvSource({"error,502,back-office-unavailable", "refuse,422,action-refused"})
        void theBackOfficesResultIsReported(String fault, int status, String slug) {
            var customer = service.customer("1001").activated();
            var agent = service.agent();
            var verification = agent.verified(customer);
            service.fault("dns.applyChanges", fault);

            agent.act(
                            verification,
                            "change-dns-records",
                            "{\"domain\":\"nea.gr\",\"changes\":[{\"op\":\"delete\",\"name\":\"@\",\"type\":\"TXT\"}]}")
                    .isProblem(status, slug);
        }
    }

    @Nested
    class Edge {

        @Test
        void aBodyThatIsNotJsonIsMalformed() {
            service.agent()
                    .call("POST", "/v1/agent/verifications", "{\"customerId\":")
                    .isProblem(400, "malformed-request");
            service.agent()
                    .call("POST", "/v1/agent/verifications", "{\"pin\":1,\"pin\":2}")
                    .isProblem(400, "malformed-request");
        }

        @Test
        void theBodyHasAtMost32KiB() {
            var blanks = " ".repeat(32 * 1024 - 2);

            service.agent()
                    .call("POST", "/v1/agent/verifications", "{" + blanks + " }")
                    .isProblem(413, "payload-too-large");
            service.agent()
                    .call("POST", "/v1/agent/verifications", "{" + blanks + "}")
                    .isProblem(422, "invalid-parameters");
        }

        @Test
        void theOtherRealmsTokenIsRefused() {
            var customer = service.token("customer", "1001", "{}");
            var agent = service.token("agent", "agent-1", "{}");

            assertThat(service.call("GET", "/v1/agent/actions", "", customer).status())
                    .isIn(401, 403);
            assertThat(service.call("GET", "/v1/panel/support-pin", "", agent).status())
                    .isIn(401, 403);
            assertThat(service.call("GET", "/v1/audit/customers/1001/events", "", agent)
                            .status())
                    .isEqualTo(403);
            assertThat(service.call("GET", "/v1/panel/support-pin", "", null).status())
                    .isEqualTo(401);
            assertThat(service.call("GET", "/v1/nowhere", "", customer).status())
                    .isEqualTo(404);
        }

        @Test
        void theAuditChainLinks() {
            var customer = service.customer().activated();
            customer.sendPin().is(202);
            var auditor = service.token("auditor", "auditor-1", "{}");

            var events = service.call("GET", "/v1/audit/customers/" + customer.id() + "/events", "", auditor)
                    .is(200)
                    .body()
                    .path("events");

            assertThat(events).hasSize(2);
            assertThat(events.path(0).path("previousHash"))
                    .isEqualTo(events.path(1).path("hash"));
            assertThat(events.path(1).path("previousHash").asText()).matches("0{64}");
        }

        /** Everything is on record, and the customer sees it. */
        @Test
        void theCustomerSeesWhoReadTheChain() {
            var customer = service.customer().activated();
            var auditor = service.token("auditor", "auditor-1", "{}");
            for (int reading = 0; reading < 3; reading++) {
                service.call("GET", "/v1/audit/customers/" + customer.id() + "/events", "", auditor)
                        .is(200);
            }

            var events = customer.activity().is(200).body().path("events");

            assertThat(events.findValuesAsText("type")).containsExactly("audit-read", "activated");
            assertThat(events.path(0).path("actor").toString())
                    .isEqualTo("{\"kind\":\"auditor\",\"id\":\"auditor-1\"}");
            assertThat(events.path(0).path("summary").asText()).contains("ελέγχου");
        }
    }

    private void endsInTime(Answer answer) {
        Instant retryAt = answer.instant("retryAt");
        long seconds = Long.parseLong(answer.header("retry-after").orElseThrow());

        assertThat(retryAt).isAfter(service.now().minusSeconds(1));
        assertThat(Math.abs(Duration.between(service.now(), retryAt).toSeconds() - seconds))
                .isLessThanOrEqualTo(3);
    }
}
