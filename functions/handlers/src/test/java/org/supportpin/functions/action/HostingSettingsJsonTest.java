package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.functions.action.ActionJsonChecks.assertReadBack;
import static org.supportpin.functions.action.HostingSettingsJson.JSON;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.RawChange;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.hosting.ChangeHostingSettings;
import org.supportpin.domain.hosting.HostingEdit;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpChange;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpEdit.VersionEdit;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

class HostingSettingsJsonTest {

    private static final PackageId ID = new PackageId("pkg-1");
    private static final DnsName WWW = new DnsName("www.papadopoulou.gr");

    private static final DomainName MAIN = new DomainName("papadopoulou.gr");
    private static final PhpEdit PHP = new PhpEdit(
            ID,
            new VersionEdit(new PhpVersion("8.3"), new PhpVersion("8.4")),
            List.of(
                    new SettingEdit(PhpSetting.MEMORY_LIMIT, "128M", "256M"),
                    new SettingEdit(PhpSetting.MAX_EXECUTION_TIME, "30", "60"),
                    new SettingEdit(PhpSetting.MAX_INPUT_TIME, "-1", "60"),
                    new SettingEdit(PhpSetting.DISPLAY_ERRORS, "off", "off"),
                    new SettingEdit(PhpSetting.DATE_TIMEZONE, null, "Europe/Athens")));

    private static final ZoneEdit DNS = new ZoneEdit(
            new DomainName("papadopoulou.gr"),
            "basis",
            Risk.HIGH,
            List.of(new RecordSetEdit(
                    WWW, Editable.A, null, new RecordSet(WWW, Editable.A, 3600, List.of("195.251.255.7")))));

    @Nested
    class Parameters {

        @Test
        void everythingIsRead() {
            assertThat(read("""
                    {'packageId': 'pkg-1',
                     'php': {'version': '8.4', 'settings': {'memory_limit': '256M', 'max_execution_time': 60,
                       'max_input_time': 60.0, 'post_max_size': '64M', 'upload_max_filesize': '64M', 'max_input_vars': 1000,
                       'display_errors': 'on', 'date.timezone': 'Europe/Athens'}},
                     'dns': [{'op': 'delete', 'name': 'old', 'type': 'TXT'}]}"""))
                    .isEqualTo(Checked.valid(new ChangeHostingSettings(
                            ID,
                            new PhpChange(
                                    new PhpVersion("8.4"),
                                    Map.of(
                                            PhpSetting.MEMORY_LIMIT, "256M",
                                            PhpSetting.MAX_EXECUTION_TIME, "60",
                                            PhpSetting.MAX_INPUT_TIME, "60",
                                            PhpSetting.POST_MAX_SIZE, "64M",
                                            PhpSetting.UPLOAD_MAX_FILESIZE, "64M",
                                            PhpSetting.MAX_INPUT_VARS, "1000",
                                            PhpSetting.DISPLAY_ERRORS, "on",
                                            PhpSetting.DATE_TIMEZONE, "Europe/Athens"),
                                    false),
                            List.of(new RawChange("delete", "old", "TXT", null, null)))));
        }

        @Test
        void anUnsupportedSettingIsRememberedAndNotAFault() {
            assertThat(
                            read(
                                    "{'packageId': 'pkg-1', 'php': {'settings': {'disable_functions': '', 'memory_limit': '64M'}}}"))
                    .isEqualTo(Checked.valid(new ChangeHostingSettings(
                            ID, new PhpChange(null, Map.of(PhpSetting.MEMORY_LIMIT, "64M"), true), List.of())));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                {}                                                              | ,/packageId
                {'packageId': 'pkg-1'}                                          | ''
                {'packageId': 5, 'php': {'version': '8.4'}}                     | /packageId
                {'packageId': 'pkg 1; reboot', 'php': {'version': '8.4'}}       | /packageId
                {'packageId': 'pkg-1', 'php': {}}                               | /php
                {'packageId': 'pkg-1', 'php': null}                             | /php
                {'packageId': 'pkg-1', 'php': {'settings': {}}}                 | /php/settings
                {'packageId': 'pkg-1', 'php': {'version': '8.4', 'settings': {}}} | /php/settings
                {'packageId': 'pkg-1', 'php': {'settings': []}}                 | /php/settings
                {'packageId': 'pkg-1', 'php': {'version': 8.4}}                 | /php/version
                {'packageId': 'pkg-1', 'php': {'version': '8.4.1'}}             | /php/version
                {'packageId': 'pkg-1', 'php': {'version': '8.4', 'ini': 1}}     | /php/ini
                {'packageId': 'pkg-1', 'php': {'settings': {'memory_limit': 256}}} | /php/settings/memory_limit
                {'packageId': 'pkg-1', 'php': {'settings': {'max_execution_time': '60'}}} | /php/settings/max_execution_time
                {'packageId': 'pkg-1', 'php': {'settings': {'max_execution_time': 60.5}}} | /php/settings/max_execution_time
                {'packageId': 'pkg-1', 'php': {'settings': {'max_input_time': 301}}} | /php/settings/max_input_time
                {'packageId': 'pkg-1', 'php': {'settings': {'max_input_vars': 999}}} | /php/settings/max_input_vars
                {'packageId': 'pkg-1', 'php': {'settings': {'display_errors': true}}} | /php/settings/display_errors
                {'packageId': 'pkg-1', 'php': {'settings': {'date.timezone': 'Athens'}}} | /php/settings/date.timezone
                {'packageId': 'pkg-1', 'php': {'settings': {'post_max_size': '1M', 'upload_max_filesize': '2M'}}} | /php/settings/upload_max_filesize
                {'packageId': 'pkg-1', 'dns': []}                               | /dns
                {'packageId': 'pkg-1', 'dns': {}}                               | /dns
                {'packageId': 'pkg-1', 'dns': [{'op': 'upsert', 'name': 'a', 'type': 'A'}]} | /dns/0/records
                {'packageId': 'pkg-1', 'php': {'version': '8.4'}, 'price': 0}   | /price
                """)
        void eachFaultIsAtItsPlace(String text, String expected) {
            var pointers = expected.equals("''") ? List.of("") : List.of(expected.split(",", -1));

            assertThat(pointers(text)).containsExactlyInAnyOrderElementsOf(pointers);
        }

        @Test
        void allFaultsComeAtOnce() {
            assertThat(pointers("""
                    {'packageId': '', 'php': {'version': 'latest', 'settings': {'memory_limit': '1G', 'max_input_vars': 0,
                      'allow_url_include': 'on'}},
                     'dns': [{'op': 'upsert', 'name': 'a', 'type': 'A', 'records': ['10.0.0.1'], 'x': 1}, 5], 'more': 1}"""))
                    .containsExactlyInAnyOrder(
                            "/packageId",
                            "/php/version",
                            "/php/settings/memory_limit",
                            "/php/settings/max_input_vars",
                            "/dns/0/records/0",
                            "/dns/0/x",
                            "/dns/1",
                            "/more");
        }

        private static Checked<ChangeHostingSettings> read(String text) {
            return JSON.parameters().from(JsonText.readOwn(text.replace('\'', '"')));
        }

        private static List<String> pointers(String text) {
            return switch (read(text)) {
                case Valid<ChangeHostingSettings> _ -> List.of("valid");
                case Faulty<ChangeHostingSettings>(var faults) ->
                    faults.stream().map(Fault::pointer).toList();
            };
        }
    }

    @Test
    void aPlanComesBackAsItWas() {
        for (var plan : List.of(
                new HostingEdit(ID, MAIN, PHP, DNS),
                new HostingEdit(ID, MAIN, PHP, null),
                new HostingEdit(ID, MAIN, null, DNS),
                new HostingEdit(ID, MAIN, new PhpEdit(ID, PHP.version(), List.of()), null))) {
            assertReadBack(JSON, plan);
        }
    }

    @Test
    void theResultShowsBeforeAndAfter() {
        assertThat(JSON.result().apply(new HostingEdit(ID, MAIN, PHP, DNS))).isEqualTo(json("""
                {'packageId': 'pkg-1',
                 'php': {'version': {'before': '8.3', 'after': '8.4'},
                   'settings': {'memory_limit': {'before': '128M', 'after': '256M'},
                     'max_execution_time': {'before': 30, 'after': 60},
                     'max_input_time': {'before': -1, 'after': 60},
                     'display_errors': {'before': 'off', 'after': 'off'},
                     'date.timezone': {'before': null, 'after': 'Europe/Athens'}}},
                 'dns': {'domain': 'papadopoulou.gr', 'recordSets': [
                   {'name': 'www.papadopoulou.gr', 'type': 'A', 'before': null, 'after': {'ttl': 3600, 'records': ['195.251.255.7']}}]}}"""));
        assertThat(JSON.result().apply(new HostingEdit(ID, MAIN, new PhpEdit(ID, PHP.version(), List.of()), null)))
                .isEqualTo(json("{'packageId': 'pkg-1', 'php': {'version': {'before': '8.3', 'after': '8.4'}}}"));
    }

    @Test
    void theCustomerSeesOnlyWhatChanged() {
        assertThat(new HostingEdit(ID, MAIN, PHP, DNS).changes())
                .containsExactly(
                        new Difference("papadopoulou.gr PHP", "8.3", "8.4"),
                        new Difference("papadopoulou.gr PHP memory_limit", "128M", "256M"),
                        new Difference("papadopoulou.gr PHP max_execution_time", "30", "60"),
                        new Difference("papadopoulou.gr PHP max_input_time", "-1", "60"),
                        new Difference("papadopoulou.gr PHP date.timezone", null, "Europe/Athens"),
                        new Difference("www.papadopoulou.gr A", null, "195.251.255.7 (TTL 3600)"));
    }

    private static Json json(String text) {
        return JsonText.readOwn(text.replace('\'', '"'));
    }
}
