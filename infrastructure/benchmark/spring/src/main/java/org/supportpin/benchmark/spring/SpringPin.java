package org.supportpin.benchmark.spring;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.customer.CurrentPin;
import org.supportpin.domain.customer.PinView;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.Wiring;

/** {@code GET /v1/panel/support-pin}: the same query, key and answer, with Spring around them. */
@SpringBootApplication(proxyBeanMethods = false)
public class SpringPin {

    @Bean
    CurrentPin currentPinOfTheDomain() {
        return Wiring.fromEnvironment().currentPin();
    }

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> currentPin(CurrentPin pin) {
        return event -> {
            var subject = event.getRequestContext()
                    .getAuthorizer()
                    .getJwt()
                    .getClaims()
                    .getOrDefault("sub", "");
            return switch (pin.view(new CustomerId(subject), () -> false, _ -> false)) {
                case PinView.Active active -> answer(active);
                default ->
                    APIGatewayV2HTTPResponse.builder().withStatusCode(404).build();
            };
        };
    }

    private static APIGatewayV2HTTPResponse answer(PinView.Active view) {
        var body = Json.object()
                .put("status", "active")
                .put("asOf", view.asOf().toString())
                .put("pin", view.pin().digits())
                .put("validFrom", view.validFrom().toString())
                .put("validUntil", view.validUntil().toString())
                .put("maskedNumber", view.mobile().text())
                .build();
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "application/json", "ETag", '"' + view.tag() + '"'))
                .withBody(JsonText.write(body))
                .build();
    }
}
