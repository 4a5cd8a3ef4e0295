package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.hosting.FixName;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.SettingForm;

/** What the catalogue says of hosting's actions, against what their readers take. */
class HostingCatalogueTest {

    private static final Map<ActionName, ActionJson<?, ?, ?>> READERS = Map.of(
            ActionName.CHANGE_HOSTING_SETTINGS,
            new HostingSettingsJson(),
            ActionName.APPLY_MICRO_FIX,
            new MicroFixJson());

    private static final Map<ActionName, List<String>> REFUSED_BY_BOTH = Map.of(
            ActionName.CHANGE_HOSTING_SETTINGS,
            List.of(
                    "{}",
                    "[]",
                    "{'packageId': 'pkg-1'}",
                    "{'packageId': 'pkg 1', 'php': {'version': '8.4'}}",
                    "{'packageId': 'pkg-1', 'php': {}}",
                    "{'packageId': 'pkg-1', 'php': {'version': '8'}}",
                    "{'packageId': 'pkg-1', 'php': {'version': '8.4', 'ini': {}}}",
                    "{'packageId': 'pkg-1', 'php': {'settings': {}}}",
                    "{'packageId': 'pkg-1', 'php': {'settings': {'max_execution_time': '60'}}}",
                    "{'packageId': 'pkg-1', 'php': {'settings': {'display_errors': true}}}",
                    "{'packageId': 'pkg-1', 'dns': []}",
                    "{'packageId': 'pkg-1', 'dns': [{'op': 'upsert', 'name': 'a', 'type': 'A'}]}",
                    "{'packageId': 'pkg-1', 'php': {'version': '8.4'}, 'price': 0}"),
            ActionName.APPLY_MICRO_FIX,
            List.of(
                    "{}",
                    "[]",
                    "{'packageId': 'pkg-1', 'fix': 'restart-php'}",
                    "{'packageId': 'pkg-1', 'fix': 'restart-php', 'note': ''}",
                    "{'packageId': 'pkg-1', 'fix': 'restart-php', 'note': '  '}",
                    "{'packageId': 'pkg-1', 'fix': 'restart-php', 'note': 'two\\nlines'}",
                    "{'packageId': 'pkg-1', 'fix': 'reboot', 'note': 'n'}",
                    "{'packageId': 'pkg-1', 'fix': 'restart-php', 'note': 'n', 'arguments': {'a': 1}}",
                    "{'packageId': 'pkg-1', 'fix': 'clear-cache', 'note': 'n', 'arguments': {'a': 1}}",
                    "{'packageId': 'pkg-1', 'fix': 'repair-permissions', 'note': 'n', 'arguments': {'a': 1}}",
                    "{'packageId': 'pkg-1', 'fix': 'reissue-certificate', 'note': 'n', 'arguments': {'a': 1}}",
                    "{'packageId': 'pkg-1', 'fix': 'reissue-certificate', 'note': 'n', 'arguments': []}",
                    "{'packageId': 'pkg-1', 'fix': 'unban-address', 'note': 'n'}",
                    "{'packageId': 'pkg-1', 'fix': 'unban-address', 'note': 'n', 'arguments': {}}",
                    "{'packageId': 'pkg-1', 'fix': 'unban-address', 'note': 'n', 'arguments': {'mailbox': 'a@b.gr', 'quotaMb': 5}}",
                    "{'packageId': 'pkg-1', 'fix': 'raise-mailbox-quota', 'note': 'n'}",
                    "{'packageId': 'pkg-1', 'fix': 'raise-mailbox-quota', 'note': 'n', 'arguments': {'mailbox': 'a@b.gr'}}",
                    "{'packageId': 'pkg-1', 'fix': 'raise-mailbox-quota', 'note': 'n', 'arguments': {'mailbox': 'a@b.gr', 'quotaMb': 0}}",
                    "{'packageId': 'pkg-1', 'fix': 'restart-php', 'note': 'n', 'shell': 'x'}"));

    static Stream<ActionName> names() {
        return READERS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isInTheCatalogueWithItsRisk(ActionName name) {
        assertThat(Catalogue.NAMES).contains(name).isSorted();
        assertThat(entry(name).text("risk")).contains("standard");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyExampleIsTakenByTheSchemaAndByTheReader(ActionName name) {
        assertThat(((Arr) parameters(name).get("examples").orElseThrow()).items())
                .isNotEmpty()
                .allSatisfy(example -> {
                    assertThat(accepts(name, example)).isTrue();
                    assertThat(read(name, example)).isInstanceOf(Checked.Valid.class);
                });
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatTheSchemaRefusesTheReaderRefuses(ActionName name) {
        assertThat(REFUSED_BY_BOTH.get(name)).isNotEmpty().allSatisfy(text -> {
            var json = JsonText.readOwn(text.replace('\'', '"'));
            assertThat(accepts(name, json)).isFalse();
            assertThat(read(name, json)).isInstanceOf(Checked.Faulty.class);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
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
                    // Where a condition adds to a field that stands above, it is titled there.
                    var isTitled = (isIn(of, "x-title") && isIn(of, "x-description")) || at.endsWith("then");
                    return Stream.concat(isTitled ? Stream.of() : Stream.of(place), untitled(place, of).stream());
                });
        var below = Stream.of("items", "then")
                .flatMap(name ->
                        schema.object(name).stream().flatMap(each -> untitled(at + "/" + name, each).stream()));
        var conditions = schema.get("allOf").stream()
                .flatMap(each -> ((Arr) each).items().stream())
                .flatMap(each -> untitled(at, (Obj) each).stream());
        return Stream.of(fields, below, conditions).flatMap(each -> each).toList();
    }

    private static boolean isIn(Obj of, String name) {
        return Stream.of("el", "en")
                .allMatch(language -> of.object(name)
                        .flatMap(texts -> texts.text(language))
                        .filter(text -> !text.isBlank())
                        .isPresent());
    }

    private static Checked<? extends Action> read(ActionName name, Json parameters) {
        return Objects.requireNonNull(READERS.get(name)).parameters().from(parameters);
    }

    private static boolean accepts(ActionName name, Json parameters) {
        return accepts(schema(name), parameters);
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
