package org.supportpin.backoffice.webhook;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docs/connectors/webhook-openapi.yaml, read strictly: a member that it does not describe is a fault. */
final class Description {

    private static final String IRI = "https://support-pin.example/webhook.json";
    private static final Path FILE = Path.of("../../docs/connectors/webhook-openapi.yaml");

    private final Json.Obj root = read();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(IRI, JsonText.write(root))));

    private static Json.Obj read() {
        try {
            return (Json.Obj) strict(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Json strict(Object yaml) {
        return switch (yaml) {
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<String, Json>();
                map.forEach((name, value) -> members.put(String.valueOf(name), strict(value)));
                if (members.get("properties") instanceof Json.Obj) {
                    members.putIfAbsent("additionalProperties", Json.of(false));
                }
                yield new Json.Obj(members);
            }
            case List<?> list -> Json.array(list, Description::strict);
            case Boolean flag -> Json.of(flag);
            case Integer number -> Json.of(number);
            default -> Json.of(String.valueOf(yaml));
        };
    }

    List<String> operations() {
        return List.copyOf(root.object("webhooks").orElseThrow().members().keySet());
    }

    List<String> faultsInCall(String operation, String body) {
        return faults(operation, "/requestBody", body);
    }

    List<String> faultsInAnswer(String operation, String body) {
        return faults(operation, "/responses/200", body);
    }

    private List<String> faults(String operation, String of, String body) {
        var pointer = "/webhooks/" + operation + "/post" + of + "/content/application~1json/schema";
        return registry.getSchema(SchemaLocation.of(IRI + "#" + pointer)).validate(body, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
