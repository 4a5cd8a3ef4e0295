package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.Checked;

/**
 * What the catalogue says of each action's parameters, against what its reader takes: the same requests are taken, and the same
 * refused, but for the rules that a schema cannot hold, all of which are listed here.
 */
class SchemaAndReaderTest {

    /** A set of each type. */
    private static final List<String> SETS = List.of(
            "'name': 'www', 'type': 'AAAA', 'records': ['2a02:587:1::20']",
            "'name': 'www', 'type': 'CNAME', 'records': ['shop.papadopoulou.gr.']",
            "'name': '@', 'type': 'MX', 'records': ['10 mail.papadopoulou.gr.']",
            "'name': '@', 'type': 'TXT', 'records': ['v=spf1 mx -all']",
            "'name': '_sip._tcp', 'type': 'SRV', 'records': ['0 5 5060 sip.papadopoulou.gr.']",
            "'name': '@', 'type': 'CAA', 'records': ['0 issue \\'letsencrypt.org\\'']");

    /** What the examples of the catalogue do not show. */
    private static final Map<ActionName, List<String>> MORE_EXAMPLES = Map.of(
            ActionName.CHANGE_DNS_RECORDS,
            changes("{'domain': 'papadopoulou.gr', 'changes': [%s]}"),
            ActionName.CHANGE_HOSTING_SETTINGS,
            changes("{'packageId': 'pkg-1', 'dns': [%s]}"));

    /** Refused only by the reader, for a rule that a schema cannot express; or only by the schema, if a rule decides later. */
    private static final Map<ActionName, List<String>> REFUSED_BY_ONE_ALONE = Map.of(
            ActionName.CHANGE_DNS_RECORDS,
            Stream.concat(Stream.of("reader: /changes has an item twice"), ofChanges("/changes"))
                    .toList(),
            // A setting that is not changed by telephone is a refusal, and no fault.
            ActionName.CHANGE_HOSTING_SETTINGS,
            Stream.concat(Stream.of("schema: /php/settings/unknown is there"), ofChanges("/dns"))
                    .toList(),
            ActionName.CHANGE_NAMESERVERS,
            List.of(
                    // Each host once.
                    "reader: /nameservers has an item twice",
                    // Addresses if and only if the host is below the domain name.
                    "reader: /nameservers/0/addresses is there",
                    "reader: /nameservers/0/addresses is left out",
                    // No address that short or long is a public one.
                    "reader: /nameservers/0/addresses/0 has the fewest characters",
                    "reader: /nameservers/0/addresses/0 has the most characters"),
            // The schema's pattern is that of HTML's input field.
            ActionName.CHANGE_DOMAIN_ADMINISTRATOR,
            List.of("reader: /administrator/email has an exclamation mark"));

    private static Stream<String> ofChanges(String at) {
        return Stream.of(
                // Whether values fit their type is judged with the zone, which may have them already.
                "schema: " + at + "/0/type is in the other case",
                // Unique values; a deletion needs none.
                "reader: " + at + "/0/records has an item twice",
                "schema: " + at + "/0/records has too few items");
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleIsTakenByBoth(ActionName name) {
        var examples = new ArrayList<>(((Arr) schema(name).get("examples").orElseThrow()).items());
        examples.addAll(moreExamples(name));

        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            assertThat(RequestCorpus.accepts(schema(name), example)).isTrue();
            assertThat(json(name).parameters().from(example)).isInstanceOf(Checked.Valid.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void bothAcceptAndRefuseTheSame(ActionName name) {
        var schema = schema(name);
        Set<String> differences = new LinkedHashSet<>();
        for (var each : RequestCorpus.of(schema, moreExamples(name))) {
            var taken = each.requests().stream()
                    .filter(json -> RequestCorpus.accepts(schema, json))
                    .toList();
            var refused = each.requests().stream().filter(json -> !taken.contains(json));
            if (each.isEdge()
                    ? taken.stream().noneMatch(json -> isTaken(name, json))
                    : !taken.stream().allMatch(json -> isTaken(name, json))) {
                differences.add("reader: " + each.what());
            }
            if (refused.anyMatch(json -> isTaken(name, json))) {
                differences.add("schema: " + each.what());
            }
        }

        assertThat(differences).containsExactlyInAnyOrderElementsOf(REFUSED_BY_ONE_ALONE.getOrDefault(name, List.of()));
    }

    private static boolean isTaken(ActionName name, Json request) {
        return json(name).parameters().from(request) instanceof Checked.Valid;
    }

    private static List<String> changes(String request) {
        return Stream.concat(
                        SETS.stream().map(set -> "{'op': 'upsert', " + set + "}"),
                        Stream.of("{'op': 'delete', 'name': 'www.papadopoulou.gr', 'type': 'A'}"))
                .map(request::formatted)
                .toList();
    }

    private static List<Json> moreExamples(ActionName name) {
        return MORE_EXAMPLES.getOrDefault(name, List.of()).stream()
                .map(text -> JsonText.readOwn(text.replace('\'', '"')))
                .toList();
    }

    private static ActionJson<?, ?, ?> json(ActionName name) {
        return switch (name) {
            case ORDER_SERVICE -> OrderServiceJson.JSON;
            case RENEW_SERVICE -> RenewServiceJson.JSON;
            case UPGRADE_SERVICE -> UpgradeServiceJson.JSON;
            case CHANGE_DNS_RECORDS -> DnsRecordsJson.JSON;
            case CHANGE_NAMESERVERS -> ChangeNameserversJson.JSON;
            case RECALL_GR_DOMAIN -> RecallGrDomainJson.JSON;
            case SEND_ORDER_DETAILS -> SendOrderDetailsJson.JSON;
            case CHANGE_DOMAIN_ADMINISTRATOR -> ChangeDomainAdministratorJson.JSON;
            case CHANGE_HOSTING_SETTINGS -> HostingSettingsJson.JSON;
            case APPLY_MICRO_FIX -> MicroFixJson.JSON;
        };
    }

    private static Obj schema(ActionName name) {
        return ((Arr) ((Obj) Catalogue.json()).get("actions").orElseThrow())
                .items().stream()
                        .map(Obj.class::cast)
                        .filter(entry -> entry.text("name").orElseThrow().equals(name.text()))
                        .findFirst()
                        .flatMap(entry -> entry.object("parameters"))
                        .orElseThrow();
    }
}
