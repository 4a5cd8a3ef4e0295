package org.supportpin.benchmark.quarkus;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Named;
import java.util.Map;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.customer.CurrentPin;
import org.supportpin.domain.customer.PinView;
import org.supportpin.domain.identity.CustomerId;

/** {@code GET /v1/panel/support-pin}: the same query, key and answer, with Quarkus around them. */
@Named("current-pin")
public class QuarkusPin implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final CurrentPin pin;

    public QuarkusPin(CurrentPin pin) {
        this.pin = pin;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        var subject =
                event.getRequestContext().getAuthorizer().getJwt().getClaims().getOrDefault("sub", "");
        return switch (pin.view(new CustomerId(subject), () -> false, _ -> false)) {
            case PinView.Active active -> answer(active);
            default -> APIGatewayV2HTTPResponse.builder().withStatusCode(404).build();
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
