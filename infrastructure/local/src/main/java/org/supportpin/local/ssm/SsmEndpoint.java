package org.supportpin.local.ssm;

import java.util.Map;
import java.util.UUID;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;

/**
 * {@code GetParameter} of SSM over AWS JSON 1.1. Each parameter is a {@code SecureString}, whose value needs {@code
 * WithDecryption}. Signatures are not checked: only this machine can reach the endpoint.
 */
public final class SsmEndpoint implements Service {

    private final Map<String, String> parameters;

    public SsmEndpoint(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    @Override
    public Reply answer(Request request) {
        if (request.header("authorization").isEmpty()) {
            return fault("MissingAuthenticationTokenException");
        }
        if (!request.header("x-amz-target").orElse("").equals("AmazonSSM.GetParameter")) {
            return fault("UnknownOperationException");
        }
        try {
            return parameter(JsonText.read(request.body().text()));
        } catch (MalformedJson e) {
            return fault("SerializationException");
        }
    }

    private Reply parameter(Json in) {
        var name = in.path("Name").asText();
        var value = parameters.get(name);
        if (value == null) {
            return fault("ParameterNotFound");
        }
        var parameter = Json.object()
                .put("Name", name)
                .put("Type", "SecureString")
                .put("Value", in.path("WithDecryption").equals(Json.of(true)) ? value : "sealed")
                .put("Version", 1);
        return reply(200, Json.object().put("Parameter", parameter.build()));
    }

    private static Reply fault(String code) {
        return reply(400, Json.object().put("__type", code));
    }

    private static Reply reply(int status, Json.Builder body) {
        return Reply.text(status, "application/x-amz-json-1.1", JsonText.write(body.build()))
                .with("x-amzn-requestid", UUID.randomUUID().toString());
    }
}
