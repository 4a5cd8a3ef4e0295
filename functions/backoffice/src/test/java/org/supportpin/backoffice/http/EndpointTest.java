package org.supportpin.backoffice.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;

class EndpointTest {

    private static final Read<Endpoint> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        return fields.make(endpoint::get);
    });

    private static Checked<Endpoint> read(String json) {
        return READ.from(JsonText.readOwn(json));
    }

    @Test
    void whatSaysNothingElseIsPublicAndSpeaksTls() {
        assertThat(read("{\"url\":\"https://api.example.gr/v1\"}").orThrow())
                .isEqualTo(new Endpoint(java.net.URI.create("https://api.example.gr/v1"), Network.PUBLIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\":\"http://api.example.gr\"}",
                "{\"url\":\"http://api.example.gr\",\"network\":\"private\"}",
                "{\"url\":\"ftp://api.example.gr\"}",
                "{\"url\":\"file:///etc/passwd\"}",
                "{\"url\":\"https://api.example.gr/\"}",
                "{\"url\":\"https://user:password@api.example.gr\"}",
                "{\"url\":\"https://api.example.gr?x=1\"}",
                "{\"url\":\"https://api.example.gr#x\"}",
                "{\"url\":\"https:///path\"}",
                "{\"url\":\"api.example.gr\"}",
                "{\"url\":\"https://api.example.gr\",\"network\":\"anywhere\"}",
                "{\"url\":\"https://a b\"}",
                "{}"
            })
    void whatIsLooseIsRefusedWithoutBeingRepeated(String json) {
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        Checked.Faulty.class,
                        faulty -> assertThat(faulty.toString()).doesNotContain("password"));
    }

    @Test
    void onThisMachinePlainHttpIsTaken() {
        assertThat(read("{\"url\":\"http://127.0.0.1:8081\",\"network\":\"loopback\"}"))
                .isInstanceOf(Checked.Valid.class);
    }
}
