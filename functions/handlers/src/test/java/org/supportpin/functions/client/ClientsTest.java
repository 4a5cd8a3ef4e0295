package org.supportpin.functions.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.token.TokenRealm;

class ClientsTest {

    /** RFC 7517, appendix A.1. */
    private static final String EC =
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
                    + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\",\"kid\":\"1\"}";

    private static final String RSA =
            "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4"
                    + "cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6"
                    + "Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bF"
                    + "TWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\"}";

    private static final String PANEL = "{\"panel\":{\"realm\":\"panel\",\"keys\":[" + EC + "," + RSA
            + "],\"scopes\":[\"pin:self\"],\"claims\":[\"auth_time\"],\"addresses\":[\"203.0.113.0/24\"]}}";

    @Test
    void aClientIsWhatItsSettingsSay() {
        var client = Clients.parse(PANEL).find("panel").orElseThrow();

        assertThat(client.rules().realm()).isEqualTo(TokenRealm.PANEL);
        assertThat(client.rules().scopes()).containsExactly("pin:self");
        assertThat(client.rules().claims()).containsExactly("auth_time");
        assertThat(client.rules().mayCallFrom("203.0.113.9")).isTrue();
        assertThat(client.rules().perMinute()).isEqualTo(Clients.PER_MINUTE);
        assertThat(client.keys()).extracting(ClientKey::algorithm).containsExactly("ES256", "RS256");
        assertThat(Clients.parse(PANEL).find("desk")).isEmpty();
    }

    @Test
    void aSecretIsNamedAndNeverWritten() {
        var shared =
                PANEL.replaceAll("\"keys\":\\[.*?],\"scopes", "\"secret\":\"ssm:/support-pin-clients/panel\",\"scopes");

        assertThat(Clients.parse(shared).find("panel").orElseThrow().keys())
                .extracting(ClientKey::algorithm)
                .containsExactly("HS256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clients.parse(shared.replace("ssm:/support-pin-clients/panel", "hunter2hunter2")))
                .withMessageContaining("/panel/secret")
                .withMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"realm\":\"panel\", \"realm\":\"root\", /panel/realm",
                "[\"pin:self\"], [\"pin:verify\"], /panel",
                "[\"pin:self\"], [], /panel",
                "[\"auth_time\"], [\"sub\"], /panel",
                "203.0.113.0/24, everywhere, /panel/addresses/0",
                "[\"203.0.113.0/24\"], [], /panel/addresses",
                "\"claims\", \"claim\", /panel/claim",
                "\"crv\":\"P-256\", \"crv\":\"P-384\", /panel/keys/0",
                "\"kid\":\"1\", \"d\":\"AQAB\", /panel/keys/0/d",
                "\"kty\":\"RSA\", \"kty\":\"oct\", /panel/keys/1",
                "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4, 0vx7, /panel/keys/1",
                "{\"panel\":, {\"pa nel\":, letters"
            })
    void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String named) {
        assertThat(PANEL).contains(right);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clients.parse(PANEL.replace(right, wrong)))
                .withMessageContaining(named);
    }

    @Test
    void aClientHasOneWayToProveItself() {
        for (var text : new String[] {
            PANEL.replace("\"scopes\":", "\"secret\":\"ssm:/a/b\",\"scopes\":"),
            PANEL.replaceAll("\"keys\":\\[.*?],\"scopes", "\"scopes")
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Clients.parse(text))
                    .withMessageContaining("either keys");
        }
    }

    @Test
    void whatIsNoJsonIsRefused() {
        for (var text : new String[] {"", "panel", "[]", "{}", "{\"panel\":1}", "{\"panel\":{}}"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Clients.parse(text));
        }
    }
}
