package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.Checked;

/** What the catalogue says of the registrar's actions, against what their readers take. */
class RegistrarCatalogueTest {

    private static final Map<ActionName, ActionJson<?, ?, ?>> READERS = Map.of(
            ActionName.CHANGE_NAMESERVERS,
            new ChangeNameserversJson(),
            ActionName.RECALL_GR_DOMAIN,
            new RecallGrDomainJson(),
            ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
            new ChangeDomainAdministratorJson());

    /** The schema's own words, and what the readers must say of it too. */
    private static final Map<ActionName, List<String>> REFUSED_BY_BOTH = Map.of(
            ActionName.CHANGE_NAMESERVERS,
            List.of(
                    "{}",
                    "[]",
                    "{'domain': 'papadopoulou.gr', 'nameservers': []}",
                    "{'domain': 'papadopoulou.gr', 'nameservers': [{'host': 'ns1.hoster.gr'}]}",
                    "{'domain': 'papadopoulou.gr', 'nameservers': [{'host': 'ns1.hoster.gr'}, {'ip': '195.251.255.5'}]}",
                    "{'domain': 5, 'nameservers': [{'host': 'ns1.hoster.gr'}, {'host': 'ns2.hoster.gr'}]}",
                    "{'domain': 'papadopoulou.gr', 'nameservers': [{'host': 'ns1.hoster.gr'}, {'host': 'ns2.hoster.gr'}], 'lock': true}"),
            ActionName.RECALL_GR_DOMAIN,
            List.of("{}", "[]", "{'domain': 5}", "{'domain': ''}", "{'domain': 'nea.gr', 'force': true}"),
            ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
            List.of(
                    "{}",
                    "{'domain': 'nea.gr'}",
                    "{'domain': 'nea.gr', 'administrator': 'con-2'}",
                    "{'domain': 'nea.gr', 'administrator': {}}",
                    "{'domain': 'nea.gr', 'administrator': {'contactId': ''}}",
                    "{'domain': 'nea.gr', 'administrator': {'contactId': 'con-2', 'name': 'Άννα'}}",
                    "{'domain': 'nea.gr', 'administrator': {'name': 'Άννα', 'email': 'anna@nea.gr'}}",
                    "{'domain': 'nea.gr', 'administrator': {'name': 'Άννα', 'email': 'anna', 'phone': '+302101234567'}}",
                    "{'domain': 'nea.gr', 'administrator': {'name': 'Άννα', 'email': 'anna@nea.gr', 'phone': 'no'}}",
                    "{'domain': 'nea.gr', 'administrator': {'contactId': 'con-2', 'owner': true}}",
                    "{'domain': 'nea.gr', 'administrator': {'contactId': 'con-2'}, 'owner': {'contactId': 'con-2'}}"));

    static Stream<ActionName> names() {
        return READERS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isInTheCatalogueWithItsRisk(ActionName name) {
        assertThat(Catalogue.NAMES).contains(name).isSorted();
        assertThat(entry(name).text("risk")).contains("high");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyExampleIsTakenByTheSchemaAndByTheReader(ActionName name) {
        var examples = ((Arr) parameters(name).get("examples").orElseThrow()).items();

        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            assertThat(schema(name).validate(JsonText.write(example), InputFormat.JSON))
                    .isEmpty();
            assertThat(read(name, example)).isInstanceOf(Checked.Valid.class);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatTheSchemaRefusesTheReaderRefuses(ActionName name) {
        assertThat(REFUSED_BY_BOTH.get(name)).isNotEmpty().allSatisfy(text -> {
            var json = JsonText.readOwn(text.replace('\'', '"'));
            assertThat(schema(name).validate(JsonText.write(json), InputFormat.JSON))
                    .isNotEmpty();
            assertThat(read(name, json)).isInstanceOf(Checked.Faulty.class);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFieldHasATitleInBothLanguages(ActionName name) {
        assertThat(entry(name).object("title")).isPresent();
        assertThat(withoutTitle("", parameters(name))).isEmpty();
    }

    /** The places of properties without {@code x-title: {el, en}}. */
    private static List<String> withoutTitle(String at, Obj schema) {
        var below = schema.object("properties").stream()
                .flatMap(properties -> properties.members().entrySet().stream())
                .flatMap(property -> {
                    var place = at + "/" + property.getKey();
                    var field = (Obj) property.getValue();
                    var titles = field.object("x-title");
                    var isTitled = titles.flatMap(title -> title.text("el")).isPresent()
                            && titles.flatMap(title -> title.text("en")).isPresent();
                    return Stream.concat(
                            isTitled ? Stream.of() : Stream.of(place), withoutTitle(place, field).stream());
                });
        var items = schema.object("items").stream().flatMap(each -> withoutTitle(at + "/*", each).stream());
        var forms = schema.get("oneOf").stream()
                .flatMap(each -> ((Arr) each).items().stream())
                .flatMap(each -> withoutTitle(at, (Obj) each).stream());
        return Stream.of(below, items, forms).flatMap(each -> each).toList();
    }

    private static Checked<? extends Action> read(ActionName name, Json parameters) {
        return Objects.requireNonNull(READERS.get(name)).parameters().from(parameters);
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
