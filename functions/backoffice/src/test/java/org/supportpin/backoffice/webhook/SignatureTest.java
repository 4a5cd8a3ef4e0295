package org.supportpin.backoffice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretUnavailable;

class SignatureTest {

    private static final Content BODY = Content.of("{\"test\": 2432232314}");

    /** The example in the specification's reference libraries. */
    @Test
    void theSignatureIsTheStandards() {
        assertThat(Signature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        BODY,
                        List.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void twoKeysMakeTwoSignatures() {
        var one = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var other = new Secret("whsec_" + "A".repeat(32));
        var both = Signature.of("a", Instant.EPOCH, BODY, List.of(one, other));

        assertThat(both.split(" ", -1))
                .containsExactly(
                        Signature.of("a", Instant.EPOCH, BODY, List.of(one)),
                        Signature.of("a", Instant.EPOCH, BODY, List.of(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2canary",
                "whsec_hunter2canary!",
                "whsec_AAAA",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void whatIsNoKeySignsNothing(String secret) {
        assertThatExceptionOfType(SecretUnavailable.class)
                .isThrownBy(() -> Signature.of("a", Instant.EPOCH, BODY, List.of(new Secret(secret))))
                .satisfies(e -> assertThat(e).message().doesNotContain("hunter2"))
                .withNoCause();
    }
}
