package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.hosting.FixName;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.SettingForm;

/** The catalogue of all actions: standard schemas, with everything that a form needs in both languages. */
class CatalogueTest {

    private static final Schema META = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    private static final Set<ActionName> HIGH_RISK =
            Set.of(ActionName.CHANGE_NAMESERVERS, ActionName.RECALL_GR_DOMAIN, ActionName.CHANGE_DOMAIN_ADMINISTRATOR);

    /** What is the same in every language. */
    private static final Json RECORD_TYPES =
            Json.array(List.of("A", "AAAA", "CNAME", "MX", "TXT", "SRV", "CAA"), Json::of);

    @Test
    void allTenAreInItInTheirOrder() {
        assertThat(Catalogue.NAMES).containsExactly(ActionName.values());
    }

    @ParameterizedTest
    @EnumSource
    void eachHasItsRisk(ActionName name) {
        assertThat(entry(name).text("risk")).contains(HIGH_RISK.contains(name) ? "high" : "standard");
    }

    @ParameterizedTest
    @EnumSource
    void itIsASchemaOf2020(ActionName name) {
        assertThat(META.validate(JsonText.write(parameters(name)), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyChoiceThatAFormOffersHasItsWords(ActionName name) {
        assertThat(wordless("", parameters(name))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldHasTitleAndDescriptionInBothLanguages(ActionName name) {
        assertThat(isIn(entry(name), "title")).isTrue();
        assertThat(isIn(entry(name), "description")).isTrue();
        assertThat(untitled("", parameters(name))).isEmpty();
    }

    @Test
    void theSchemaHasTheSettingsOfTheDomainAndTheirBounds() {
        var settings = parameters(ActionName.CHANGE_HOSTING_SETTINGS)
                .object("properties")
                .flatMap(each -> each.object("php"))
                .flatMap(each -> each.object("properties"))
                .flatMap(each -> each.object("settings"))
                .flatMap(each -> each.object("properties"))
                .orElseThrow();

        assertThat(settings.members().keySet())
                .containsExactlyElementsOf(
                        Stream.of(PhpSetting.values()).map(PhpSetting::text).toList());
        for (var setting : PhpSetting.values()) {
            var field = settings.object(setting.text()).orElseThrow();
            switch (setting.form()) {
                case SettingForm.Whole(var least, var greatest) -> {
                    assertThat(field.get("minimum")).contains(Json.of(least));
                    assertThat(field.get("maximum")).contains(Json.of(greatest));
                }
                case SettingForm.Size size -> assertSizes(setting, size);
                case SettingForm.Switch() ->
                    assertThat(field.get("enum")).contains(Json.array(List.of("on", "off"), Json::of));
                case SettingForm.TimeZone() ->
                    assertThat(List.of("UTC", "America/Argentina/Buenos_Aires", "Etc/GMT-2", "GMT0", "W-SU"))
                            .allSatisfy(zone -> assertThat(
                                            takes(schema(ActionName.CHANGE_HOSTING_SETTINGS), setting, Json.of(zone)))
                                    .isTrue());
            }
        }
    }

    private static void assertSizes(PhpSetting setting, SettingForm.Size size) {
        var schema = schema(ActionName.CHANGE_HOSTING_SETTINGS);
        for (int megabytes = 0; megabytes < 1100; megabytes++) {
            assertThat(takes(schema, setting, Json.of(megabytes + "M")))
                    .as(setting + " " + megabytes)
                    .isEqualTo(size.check(megabytes + "M") instanceof Checked.Valid<String>);
        }
    }

    private static boolean takes(Schema schema, PhpSetting setting, Json value) {
        return accepts(
                schema,
                Json.object()
                        .put("packageId", "pkg-1")
                        .put(
                                "php",
                                Json.object()
                                        .put(
                                                "settings",
                                                Json.object()
                                                        .put(setting.text(), value)
                                                        .build())
                                        .build())
                        .build());
    }

    @Test
    void theSchemaNamesTheFixesOfTheDomain() {
        assertThat(parameters(ActionName.APPLY_MICRO_FIX)
                        .object("properties")
                        .flatMap(each -> each.object("fix"))
                        .flatMap(each -> each.get("enum")))
                .contains(Json.array(List.of(FixName.values()), name -> Json.of(name.text())));
    }

    @Test
    void aPackagesDnsChangesAreThoseOfChangeDnsRecords() {
        assertThat(items(ActionName.CHANGE_HOSTING_SETTINGS, "dns"))
                .isPresent()
                .isEqualTo(items(ActionName.CHANGE_DNS_RECORDS, "changes"));
    }

    private static Optional<Json> items(ActionName name, String list) {
        return parameters(name)
                .object("properties")
                .flatMap(each -> each.object(list))
                .flatMap(each -> each.get("items"));
    }

    /** The places of fields without a title or a description. */
    private static List<String> untitled(String at, Obj schema) {
        var fields = schema.object("properties").stream()
                .flatMap(properties -> properties.members().entrySet().stream())
                .flatMap(field -> {
                    var place = at + "/" + field.getKey();
                    var of = (Obj) field.getValue();
                    // A field to which a condition adds has its title elsewhere.
                    var isTitled = (isIn(of, "x-title") && isIn(of, "x-description")) || at.endsWith("then");
                    return Stream.concat(isTitled ? Stream.of() : Stream.of(place), untitled(place, of).stream());
                });
        var below = Stream.of("items", "then")
                .flatMap(name ->
                        schema.object(name).stream().flatMap(each -> untitled(at + "/" + name, each).stream()));
        var partly = Stream.of("allOf", "oneOf")
                .flatMap(name -> schema.get(name).stream())
                .flatMap(each -> ((Arr) each).items().stream())
                .flatMap(each -> untitled(at, (Obj) each).stream());
        return Stream.of(fields, below, partly).flatMap(each -> each).toList();
    }

    private static boolean isIn(Obj of, String name) {
        return Stream.of("el", "en")
                .allMatch(language -> of.object(name)
                        .flatMap(texts -> texts.text(language))
                        .filter(text -> !text.isBlank())
                        .isPresent());
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

    private static boolean accepts(Schema schema, Json parameters) {
        return schema.validate(JsonText.write(parameters), InputFormat.JSON).isEmpty();
    }

    private static Schema schema(ActionName name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonText.write(parameters(name)), InputFormat.JSON);
    }

    private static Obj parameters(ActionName name) {
        return entry(name).object("parameters").orElseThrow();
    }

    private static Obj entry(ActionName name) {
        return ((Arr) ((Obj) Catalogue.json()).get("actions").orElseThrow())
                .items().stream()
                        .map(Obj.class::cast)
                        .filter(entry -> entry.text("name").orElseThrow().equals(name.text()))
                        .findFirst()
                        .orElseThrow();
    }
}
