package org.supportpin.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.phone.PhoneNumbers;
import org.supportpin.domain.token.TokenForm;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.testing.EventOf;

/** A token's claims in API Gateway's format: flat, each a string. Anything else is refused. */
class CallersTest {

    private final Callers callers = new Callers(
            new Realm(EventOf.PANEL_ISSUER, "support-pin-panel"),
            new Realm(EventOf.AGENT_ISSUER, "support-pin-agent"),
            PhoneNumbers.ofDefaultRegions(),
            Clock.systemUTC());

    private static Json.Builder customer() {
        return EventOf.customer("4711");
    }

    private static Json.Builder agent() {
        return EventOf.staff("maria", "pin:verify action:execute");
    }

    private void assertForbidden(Obj claims) {
        assertRefused(() -> callers.customer(claims, "pin:self"));
        assertRefused(() -> callers.staff(claims, "pin:verify"));
    }

    private static void assertRefused(ThrowingCallable asking) {
        assertThatExceptionOfType(Rejected.class).isThrownBy(asking).satisfies(rejected -> {
            assertThat(rejected.problem().status()).isEqualTo(403);
            assertThat(rejected.problem().slug()).isEqualTo("forbidden");
        });
    }

    @Test
    void theTokenNamesTheCustomer() {
        var caller = callers.customer(customer().build(), "pin:self");

        assertThat(caller.id()).isEqualTo(new CustomerId("4711"));
        assertThat(caller.mobile().get()).isEmpty();
        assertThat(caller.language()).isNull();
    }

    @Test
    void theTokenNamesTheAgentAndTheScopes() {
        assertThat(callers.staff(agent().build(), "pin:verify"))
                .isEqualTo(new Caller.Staff(new AgentId("maria"), Set.of("pin:verify", "action:execute"), null));
    }

    @Test
    void anEmptyTokenNamesNobody() {
        assertForbidden(Json.object().build());
    }

    @Test
    void neitherRealmsTokenOpensTheOther() {
        assertRefused(() ->
                callers.staff(customer().put("scope", "pin:verify pin:self").build(), "pin:verify"));
        assertRefused(() ->
                callers.customer(agent().put("scope", "pin:verify pin:self").build(), "pin:self"));
        assertRefused(
                () -> callers.staff(agent().put("iss", EventOf.PANEL_ISSUER).build(), "pin:verify"));
        assertRefused(
                () -> callers.staff(agent().put("aud", "support-pin-panel").build(), "pin:verify"));
        assertRefused(() ->
                callers.customer(customer().put("iss", EventOf.AGENT_ISSUER).build(), "pin:self"));
        assertRefused(() ->
                callers.customer(customer().put("aud", "support-pin-agent").build(), "pin:self"));
    }

    static Stream<String> claims() {
        return Stream.of("iss", "aud", "sub", "scope");
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aMissingOrMalformedClaimIsIgnored(String claim) {
        List<UnaryOperator<Json.Builder>> spoilers = List.of(
                claims -> claims.put(claim, Json.Null.NULL),
                claims -> claims.put(claim, new Str("")),
                claims -> claims.put(claim, new Str("x y")),
                claims -> claims.put(claim, 7),
                claims -> claims.put(claim, true),
                claims -> claims.put(claim, Json.array(List.of("pin:self", "4711"), Str::new)),
                claims -> claims.put(claim, Json.object().build()));

        for (var spoiler : spoilers) {
            assertRefused(() -> callers.customer(spoiler.apply(customer()).build(), "pin:self"));
            assertRefused(() -> callers.staff(spoiler.apply(agent()).build(), "pin:verify"));
        }
    }

    @Nested
    class Scopes {

        @ParameterizedTest
        @ValueSource(
                strings = {"pin:verify", "a pin:verify b", "pin:verify pin:verify", "a  pin:verify  b ", " pin:verify"})
        void theOneThatIsNeededMayStandAnywhere(String scope) {
            assertThat(callers.staff(agent().put("scope", scope).build(), "pin:verify")
                            .scopes())
                    .contains("pin:verify");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", " ", "pin:verify2", "xpin:verify", "pin:", "PIN:VERIFY", "pin:verify,a", "a\tpin:verify"
                })
        void onlyTheWholeOfItCounts(String scope) {
            assertRefused(() -> callers.staff(agent().put("scope", scope).build(), "pin:verify"));
        }
    }

    /** API Gateway writes a list of audiences as {@code [one two]}. */
    @Nested
    class Audiences {

        @ParameterizedTest
        @ValueSource(strings = {"[support-pin-agent]", "[a support-pin-agent]", "[a, support-pin-agent, b]"})
        void oneOfSeveralIsEnough(String audience) {
            assertThat(callers.staff(agent().put("aud", audience).build(), "pin:verify")
                            .id())
                    .isEqualTo(new AgentId("maria"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[]",
                    "[support-pin-agent",
                    "support-pin-agent]",
                    "[support-pin-agents]",
                    "a support-pin-agent",
                    "support-pin-agent b",
                    "[[support-pin-agent]]"
                })
        void somethingLikeItIsNot(String audience) {
            assertRefused(() -> callers.staff(agent().put("aud", audience).build(), "pin:verify"));
        }
    }

    /** Each identity provider has its own claims for audience and scopes; a list arrives as {@code [one two]}. */
    @Nested
    class Forms {

        private static Callers of(TokenForm form) {
            return new Callers(
                    new Realm(EventOf.PANEL_ISSUER, "support-pin-panel"),
                    new Realm(EventOf.AGENT_ISSUER, "support-pin-agent", form),
                    PhoneNumbers.ofDefaultRegions(),
                    Clock.systemUTC());
        }

        private static Json.Builder token() {
            return Json.object().put("iss", EventOf.AGENT_ISSUER).put("sub", "maria");
        }

        private static final Obj STANDARD = token().put("aud", "support-pin-agent")
                .put("scope", "a pin:verify")
                .build();
        private static final Obj ENTRA = token().put("aud", "support-pin-agent")
                .put("scp", "pin:verify a")
                .build();
        private static final Obj OKTA = token().put("aud", "support-pin-agent")
                .put("cid", "0oa1")
                .put("scp", "[a pin:verify]")
                .build();
        private static final Obj COGNITO = token().put("client_id", "support-pin-agent")
                .put("token_use", "access")
                .put("scope", "pin:verify")
                .build();

        private static @Nullable String refused(TokenForm form, Obj claims) {
            return org.assertj.core.api.Assertions.catchThrowableOfType(
                            Rejected.class, () -> of(form).staff(claims, "pin:verify"))
                    .claims();
        }

        @Test
        void aTokenIsTakenInTheFormThatIsConfigured() {
            for (var one : List.of(
                    Map.entry(TokenForm.STANDARD, STANDARD),
                    Map.entry(TokenForm.SCP, ENTRA),
                    Map.entry(TokenForm.SCP, OKTA),
                    Map.entry(TokenForm.CLIENT_ID, COGNITO),
                    Map.entry(TokenForm.CLIENT_ID, STANDARD))) {
                assertThat(of(one.getKey()).staff(one.getValue(), "pin:verify").scopes())
                        .contains("pin:verify");
            }
        }

        @Test
        void inAnotherFormItIsRefusedAndTheLogSaysWhichClaimIsMissing() {
            assertThat(refused(TokenForm.STANDARD, ENTRA)).isEqualTo("scope, but the token has scp");
            assertThat(refused(TokenForm.STANDARD, COGNITO)).isEqualTo("aud, but the token has client_id");
            assertThat(refused(TokenForm.SCP, STANDARD)).isEqualTo("scp, but the token has scope");
            assertThat(refused(TokenForm.CLIENT_ID, ENTRA)).isEqualTo("scope, but the token has scp");
            assertThat(refused(
                            TokenForm.STANDARD,
                            token().put("aud", "support-pin-agent").build()))
                    .isEqualTo("scope");
            assertThat(refused(TokenForm.STANDARD, Json.object().build())).isEqualTo("iss");
        }

        /** Cognito writes {@code resource-server/name}, and nothing else of that server's counts. */
        @Test
        void aScopeIsTakenWithThePrefixThatIsConfiguredAndOnlyWithIt() {
            var cognito = new Callers(
                    new Realm(EventOf.PANEL_ISSUER, "support-pin-panel"),
                    new Realm(
                            EventOf.AGENT_ISSUER,
                            "support-pin-agent",
                            TokenForm.CLIENT_ID,
                            "support-pin/",
                            "auth_time"),
                    PhoneNumbers.ofDefaultRegions(),
                    Clock.systemUTC());
            var claims = token().put("client_id", "support-pin-agent");

            assertThat(cognito.staff(
                                    claims.put(
                                                    "scope",
                                                    "openid support-pin/pin:verify support-pin/action:approve other/audit:read")
                                            .build(),
                                    "pin:verify")
                            .scopes())
                    .containsExactlyInAnyOrder("pin:verify", "action:approve");
            for (var scope :
                    List.of("pin:verify", "other/pin:verify", "support-pinpin:verify", "support-pin/", "/pin:verify")) {
                assertRefused(() -> cognito.staff(claims.put("scope", scope).build(), "pin:verify"));
            }
            assertRefused(() -> of(TokenForm.CLIENT_ID)
                    .staff(claims.put("scope", "support-pin/pin:verify").build(), "pin:verify"));
        }

        /** Auth0 lets nobody write {@code auth_time}. */
        @Test
        void theTimeOfTheSignInIsInTheClaimThatIsConfigured() {
            var name = "https://panel.example.gr/auth_time";
            var auth0 = new Callers(
                    new Realm(EventOf.PANEL_ISSUER, "support-pin-panel", TokenForm.STANDARD, "", name),
                    new Realm(EventOf.AGENT_ISSUER, "support-pin-agent"),
                    PhoneNumbers.ofDefaultRegions(),
                    Clock.systemUTC());
            var now = Long.toString(Clock.systemUTC().instant().getEpochSecond());
            var audiences = "[support-pin-panel https://example.eu.auth0.com/userinfo]";

            assertThat(auth0.customer(
                                    customer()
                                            .put("aud", audiences)
                                            .put(name, now)
                                            .build(),
                                    "pin:self")
                            .signIn())
                    .isEqualTo(SignIn.FRESH);
            assertThat(auth0.customer(customer().put("auth_time", now).build(), "pin:self")
                            .signIn())
                    .isEqualTo(SignIn.STALE);
        }

        /** As API Gateway: a client that may use several resources must not get by with its own id. */
        @Test
        void aClientIdCountsOnlyWithoutAnAudience() {
            var claims = token().put("client_id", "support-pin-agent")
                    .put("aud", "another")
                    .put("scope", "pin:verify")
                    .build();

            assertThat(refused(TokenForm.CLIENT_ID, claims)).isEqualTo("aud");
            assertThat(refused(
                            TokenForm.CLIENT_ID,
                            token().put("client_id", "another")
                                    .put("scope", "pin:verify")
                                    .build()))
                    .startsWith("client_id");
        }
    }

    @Nested
    class Subjects {

        @ParameterizedTest
        @ValueSource(strings = {"a b", "a#b", "μαρία", "a\n", "a/b"})
        void anInvalidIdNamesNobody(String subject) {
            assertRefused(() -> callers.customer(customer().put("sub", subject).build(), "pin:self"));
            assertRefused(() -> callers.staff(agent().put("sub", subject).build(), "pin:verify"));
        }
    }

    @Nested
    class AVerifiedMobile {

        private Optional<PhoneNumber> mobile(Json verified, String number) {
            return callers.customer(
                            customer()
                                    .put("phone_number_verified", verified)
                                    .put("phone_number", number)
                                    .build(),
                            "pin:self")
                    .mobile()
                    .get();
        }

        @Test
        void countsAsConfirmed() {
            assertThat(mobile(new Str("true"), "+306912345678")).contains(new PhoneNumber("+306912345678"));
            assertThat(mobile(Json.of(true), "+306912345678")).contains(new PhoneNumber("+306912345678"));
        }

        @Test
        void mustBeVerified() {
            for (var not : List.of(
                    new Str("false"),
                    Json.of(false),
                    Json.Null.NULL,
                    new Str("TRUE"),
                    new Str("1"),
                    Json.of(1),
                    new Str("yes"))) {
                assertThat(mobile(not, "+306912345678")).isEmpty();
            }
            assertThat(callers.customer(
                                    customer()
                                            .put("phone_number", "+306912345678")
                                            .build(),
                                    "pin:self")
                            .mobile()
                            .get())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"+302101234567", "+8801712345678", "", "6912", "<script>"})
        void mustBeASupportedMobile(String number) {
            assertThat(mobile(new Str("true"), number)).isEmpty();
        }
    }

    @Test
    void theLanguageIsThatOfTheLocale() {
        assertThat(callers.customer(customer().put("locale", "en-GB").build(), "pin:self")
                        .language())
                .isEqualTo(Language.ENGLISH);
        assertThat(callers.customer(customer().put("locale", "de-AT").build(), "pin:self")
                        .language())
                .hasToString("de");
        assertThat(callers.customer(customer().put("locale", 7).build(), "pin:self")
                        .language())
                .isNull();
    }
}
