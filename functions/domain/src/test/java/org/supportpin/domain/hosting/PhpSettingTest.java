package org.supportpin.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.WireName;

class PhpSettingTest {

    @ParameterizedTest
    @CsvSource({
        "memory_limit, 32M, 512M, 31M, 513M",
        "max_execution_time, 1, 300, 0, 301",
        "max_input_time, 1, 300, 0, 301",
        "post_max_size, 1M, 256M, 0M, 257M",
        "upload_max_filesize, 1M, 256M, 0M, 257M",
        "max_input_vars, 1000, 20000, 999, 20001",
    })
    void theBoundsBelongToWhatIsAllowed(String name, String least, String greatest, String under, String over) {
        var setting = WireName.find(PhpSetting.values(), name).orElseThrow();

        assertThat(setting.check(least)).isEqualTo(Checked.valid(least));
        assertThat(setting.check(greatest)).isEqualTo(Checked.valid(greatest));
        assertThat(setting.check(under)).isInstanceOf(Faulty.class);
        assertThat(setting.check(over)).isInstanceOf(Faulty.class);
    }

    @ParameterizedTest
    @CsvSource({
        "europe/athens, Europe/Athens",
        "EUROPE/ATHENS, Europe/Athens",
        "utc, UTC",
        "america/port-au-prince, America/Port-au-Prince",
        "eet, EET"
    })
    void phpReadsThemInAnyCaseAndOneIsKept(String text, String kept) {
        assertThat(PhpSetting.DATE_TIMEZONE.check(text)).isEqualTo(Checked.valid(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M",
                "64",
                "64m",
                "64 M",
                " 64M",
                "064M",
                "+64M",
                "-64M",
                "64.0M",
                "0.5G",
                "1G",
                "65536K",
                "67108864",
                "64MB",
                "٦٤M",
                "99999999999M",
                "64M\n",
                "64M;disable_functions="
            })
    void aSizeHasOneSpelling(String text) {
        assertThat(PhpSetting.MEMORY_LIMIT.check(text)).isInstanceOf(Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+60", "060", "60s", "6e1", "60.0", "٦٠", "2147483648", "9999999999999999999"})
    void soHasANumber(String text) {
        assertThat(PhpSetting.MAX_EXECUTION_TIME.check(text)).isInstanceOf(Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "On", "OFF", "1", "0", "true", "stderr"})
    void aSwitchIsOnOrOff(String text) {
        assertThat(PhpSetting.DISPLAY_ERRORS.check("on")).isEqualTo(Checked.valid("on"));
        assertThat(PhpSetting.DISPLAY_ERRORS.check("off")).isEqualTo(Checked.valid("off"));
        assertThat(PhpSetting.DISPLAY_ERRORS.check(text)).isInstanceOf(Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Athens",
                "UTC",
                "America/Argentina/Buenos_Aires",
                "America/Port-au-Prince",
                "Asia/Nicosia",
                "EET",
                "Etc/GMT-2"
            })
    void aTimeZoneIsOneOfTheTzDatabase(String text) {
        assertThat(PhpSetting.DATE_TIMEZONE.check(text)).isEqualTo(Checked.valid(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Europe/Athina",
                "GMT+2",
                "+02:00",
                "SystemV/EST5",
                "Europe/Athens ",
                "Europe/Athens\"; system(",
                "../../etc/passwd"
            })
    void whatIsNoneIsRefused(String text) {
        assertThat(PhpSetting.DATE_TIMEZONE.check(text)).isInstanceOf(Faulty.class);
    }

    @Test
    void namesHaveOneCase() {
        assertThat(WireName.find(PhpSetting.values(), "date.timezone")).contains(PhpSetting.DATE_TIMEZONE);
        assertThat(WireName.find(PhpSetting.values(), "Memory_Limit")).isEqualTo(Optional.empty());
        assertThat(WireName.find(PhpSetting.values(), "disable_functions")).isEqualTo(Optional.empty());
    }

    @Test
    void noMessageRepeatsTheValue() {
        for (var setting : PhpSetting.values()) {
            assertThat(setting.check("secret"))
                    .isInstanceOfSatisfying(
                            Faulty.class,
                            faulty -> assertThat(faulty.faults().toString()).doesNotContain("secret"));
        }
    }

    @Test
    void anUploadGreaterThanItsRequestIsAFaultWhereBothAreGiven() {
        var tooGreat = Map.of(PhpSetting.UPLOAD_MAX_FILESIZE, "65M", PhpSetting.POST_MAX_SIZE, "64M");
        var equal = Map.of(PhpSetting.UPLOAD_MAX_FILESIZE, "64M", PhpSetting.POST_MAX_SIZE, "64M");

        assertThat(PhpChange.of(null, tooGreat, false))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(((Fault) faulty.faults().getFirst()).pointer())
                                .isEqualTo("/settings/upload_max_filesize"));
        assertThat(PhpChange.of(null, equal, false)).isEqualTo(Checked.valid(new PhpChange(null, equal, false)));
    }

    @Test
    void aChangeOfNothingIsNone() {
        assertThat(PhpChange.of(null, Map.of(), false)).isInstanceOf(Faulty.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new PhpChange(null, Map.of(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhpChange(null, Map.of(PhpSetting.MEMORY_LIMIT, "1G"), false));
    }
}
