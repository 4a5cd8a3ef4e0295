package org.supportpin.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;
import org.supportpin.local.json.Json;

/**
 * {@code GetParameter} of SSM over AWS JSON 1.1. Each parameter is a {@code SecureString}: without {@code WithDecryption} its value
 * is not told. The caller's signature is not checked: only this machine can reach the endpoint.
 */
public final class SsmEndpoint implements Service {

    private final Map<String, String> parameters;

    /**
     * @param parameters values by name
     */
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
            return parameter(Json.read(request.body().text()));
        } catch (Json.NotJson e) {
            return fault("SerializationException");
        }
    }

    private Reply parameter(JsonNode in) {
        var name = in.path("Name").asText();
        var value = parameters.get(name);
        if (value == null) {
            return fault("ParameterNotFound");
        }
        var answer = Json.object();
        answer.putObject("Parameter")
                .put("Name", name)
                .put("Type", "SecureString")
                .put("Value", in.path("WithDecryption").asBoolean(false) ? value : "sealed")
                .put("Version", 1);
        return reply(200, answer);
    }

    private static Reply fault(String code) {
        return reply(400, Json.object().put("__type", code));
    }

    private static Reply reply(int status, ObjectNode body) {
        return Reply.text(status, "application/x-amz-json-1.1", body.toString())
                .with("x-amzn-requestid", UUID.randomUUID().toString());
    }
}
