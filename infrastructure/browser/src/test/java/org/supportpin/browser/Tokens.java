package org.supportpin.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.supportpin.local.testing.Trees;

/** What is in a token, such as one that a panel's route has answered. */
final class Tokens {

    private Tokens() {}

    static JsonNode claims(HttpResponse<String> answer) {
        return claims(Trees.read(answer.body()).path("token").asText());
    }

    static JsonNode claims(String token) {
        return Trees.read(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));
    }
}
