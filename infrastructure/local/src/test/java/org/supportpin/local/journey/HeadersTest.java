package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.sample.RawCaller;

/** Headers as their standards write them, and as API Gateway hands them on: repeated ones joined by commas. */
class HeadersTest {

    private final Service service = Service.shared();

    @Nested
    class IfNoneMatch {

        @Test
        void aListWithTheTagIsAnsweredWithNotModified() {
            var customer = service.customer().activated();
            var tag = customer.view().is(200).header("etag").orElseThrow();

            customer.view("If-None-Match", "\"foo\", W/" + tag + " ,\"bar\"").is(304);
            customer.view("If-None-Match", "\"foo\"", "If-None-Match", tag).is(304);
            customer.view("If-None-Match", "*").is(304);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"foo,*,bar\"", "\"foo, *\"", "*, \"foo\"", "foo, *"})
        void anAsteriskInsideATagOrAListIsNone(String header) {
            var customer = service.customer().activated();

            customer.view("If-None-Match", header).is(200);
        }

        @Test
        void aTagInsideAnotherIsNone() {
            var customer = service.customer().activated();
            var tag = customer.view().is(200).header("etag").orElseThrow();

            customer.view("If-None-Match", "\"foo," + tag.replace("\"", "") + ",bar\"")
                    .is(200);
            customer.view("If-None-Match", "w/" + tag).is(200);
        }
    }

    @Nested
    class IdempotencyKey {

        private static final String ORDER = "{\"productId\":\"hosting-pro\",\"billingCycle\":\"annually\"}";

        private final CustomerSteps customer = service.customer("1001").activated();
        private final AgentSteps agent = service.agent();
        private final String verification = agent.verified(customer);

        private Answer order(String... headers) {
            return agent.call(
                    "POST",
                    "/v1/agent/verifications/" + verification + "/actions",
                    "{\"action\":\"order-service\",\"parameters\":" + ORDER + "}",
                    headers);
        }

        @Test
        void aStringAndTheBareTextAreOneOrder() {
            var bare = order("Idempotency-Key", "k9").is(201);
            var quoted = order("Idempotency-Key", "\"k9\"").is(201);

            assertThat(quoted.text("actionId")).isEqualTo(bare.text("actionId"));
            assertThat(quoted.body()).isEqualTo(bare.body());
        }

        @Test
        void sentTwiceItIsRefusedAndNothingIsOrdered() {
            for (var second : new String[] {"k9", "k10", "\"k9\""}) {
                assertThat(order("Idempotency-Key", "k9", "Idempotency-Key", second)
                                .isProblem(422, "invalid-parameters")
                                .pointers())
                        .containsExactly("/Idempotency-Key");
            }
        }
    }

    @Nested
    class WhatMustBeSingle {

        private final CustomerSteps customer = service.customer();
        private final RawCaller raw = new RawCaller(service.stack().uri());

        @Test
        void twoTokensAreNone() {
            customer.view("Authorization", "Bearer " + service.customer().token())
                    .is(401);
            customer.view("Authorization", "Bearer " + customer.token()).is(401);
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/json", "text/plain", "application/x+json", "text/plain; charset=utf-8"})
        void twoTypesAreNone(String second) {
            customer.call(
                            "PUT",
                            "/v1/panel/mobile",
                            "{\"number\":\"" + customer.number() + "\"}",
                            "Content-Type",
                            "application/json",
                            "Content-Type",
                            second)
                    .isProblem(415, "unsupported-media-type");
            assertThat(service.sms(customer.number())).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Length: 2\r\nContent-Length: 3",
                    "Content-Length: 2, 3",
                    "Content-Length: 2\r\nTransfer-Encoding: chunked"
                })
        void twoLengthsNeverReachAFunction(String lengths) {
            var answer = raw.send(
                    "POST /v1/panel/support-pin/activation HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + customer.token() + "\r\n" + lengths + "\r\n\r\n{}x");

            assertThat(answer.isEmpty() || RawCaller.status(answer) == 400)
                    .as(answer)
                    .isTrue();
        }
    }

    @Nested
    class OfAnAnswer {

        @Test
        void everyAnswerNamesItsRequestToPagesOfAnotherOrigin() {
            var customer = service.customer();
            var token = customer.token();
            var path = "/v1/panel/support-pin/sms";
            for (var answer : new Answer[] {
                service.call("POST", path, "", token, "Origin", "http://localhost:5173"),
                service.call("POST", path, "", "nobody", "Origin", "http://localhost:5173"),
                service.call("POST", path, "", service.agent().token(), "Origin", "http://localhost:5173")
            }) {
                assertThat(answer.header("apigw-requestid")).isPresent();
                assertThat(answer.header("access-control-expose-headers").orElse(""))
                        .contains("apigw-requestid");
            }
        }

        @Test
        void aProblemNamesItsRequestInItsBodyAndTheLogHasIt() {
            var problem = service.customer().sendPin().isProblem(409, "not-activated");

            assertThat(problem.header("apigw-requestid")).contains(problem.text("requestId"));
            assertThat(service.log()).contains("\"requestId\":\"" + problem.text("requestId") + "\"");
        }
    }
}
