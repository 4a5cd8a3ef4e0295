package org.supportpin.local.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.local.fault.CannotStart;

/**
 * The file that {@code SUPPORT_PIN_CONNECTORS} names: the systems behind the actions, and their secrets.
 *
 * <pre>{"parameters": {"DnsConnector": "powerdns", "DnsSettings": {"url": …}}, "secrets": {"/support-pin/powerdns": "…"}}</pre>
 *
 * @param parameters of template.yaml
 * @param secrets the values in Parameter Store, by name
 */
public record ConnectorFile(Map<String, String> parameters, Map<String, String> secrets) {

    public static final ConnectorFile NONE = new ConnectorFile(Map.of(), Map.of());

    private static final Set<String> MEMBERS = Set.of("parameters", "secrets");

    /** Throws {@link CannotStart} if the file cannot be read or has another format. */
    public static ConnectorFile read(Path file) {
        try {
            var json = JsonText.read(Files.readString(file));
            if (json instanceof Json.Obj
                    && json.members().entrySet().stream().allMatch(each -> MEMBERS.contains(each.getKey()))) {
                return new ConnectorFile(
                        texts(
                                json.path("parameters"),
                                value -> value instanceof Json.Obj ? JsonText.write(value) : value.asText()),
                        texts(json.path("secrets"), Json::asText));
            }
        } catch (IOException e) {
            throw new CannotStart("The file that SUPPORT_PIN_CONNECTORS names cannot be read.", e);
        } catch (MalformedJson e) {
            throw new CannotStart("The file that SUPPORT_PIN_CONNECTORS names is not JSON.", e);
        }
        throw new CannotStart(
                "The file that SUPPORT_PIN_CONNECTORS names must be {\"parameters\": {…}, \"secrets\": {…}}.");
    }

    private static Map<String, String> texts(Json object, Function<Json, String> text) {
        return object.members().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> text.apply(each.getValue())));
    }

    @Override
    public String toString() {
        return "ConnectorFile[" + parameters.keySet() + ", " + secrets.keySet() + "]";
    }
}
