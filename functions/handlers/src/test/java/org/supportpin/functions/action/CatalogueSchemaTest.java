package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;

/** The schemas of all ten as schemas: what any tool can read, and what a form needs in both languages. */
class CatalogueSchemaTest {

    private static final Schema META = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    /** What is the same in every language. */
    private static final Json RECORD_TYPES =
            Json.array(List.of("A", "AAAA", "CNAME", "MX", "TXT", "SRV", "CAA"), Json::of);

    static Stream<Obj> entries() {
        return ((Arr) ((Obj) Catalogue.json()).get("actions").orElseThrow())
                .items().stream().map(Obj.class::cast);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void itIsASchemaOf2020(Obj entry) {
        assertThat(META.validate(JsonText.write(entry.get("parameters").orElseThrow()), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyChoiceThatAFormOffersHasItsWords(Obj entry) {
        assertThat(wordless("", entry.object("parameters").orElseThrow())).isEmpty();
    }

    private static List<String> wordless(String at, Obj schema) {
        var here = schema.get("enum").stream()
                .filter(choices -> !choices.equals(RECORD_TYPES))
                .flatMap(choices -> ((Arr) choices).items().stream())
                .filter(choice -> !isWorded(schema, ((Json.Str) choice).value()))
                .map(choice -> at + ": " + choice);
        var below = schema.members().entrySet().stream()
                // Conditions choose, and show nothing.
                .filter(member -> !member.getKey().equals("if"))
                .flatMap(member -> schemas(member.getValue())
                        .flatMap(each -> wordless(at + "/" + member.getKey(), each).stream()));
        return Stream.concat(here, below).toList();
    }

    private static Stream<Obj> schemas(Json json) {
        return switch (json) {
            case Obj object -> Stream.of(object);
            case Arr list -> list.items().stream().filter(Obj.class::isInstance).map(Obj.class::cast);
            default -> Stream.of();
        };
    }

    private static boolean isWorded(Obj schema, String choice) {
        var words = schema.object("x-labels").flatMap(labels -> labels.object(choice));
        return Stream.of("el", "en")
                .map(language -> words.flatMap(each -> each.text(language)))
                .allMatch(Optional::isPresent);
    }
}
