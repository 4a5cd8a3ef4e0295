package org.supportpin.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.hosting.Packages.php;
import static org.supportpin.domain.hosting.Packages.usual;
import static org.supportpin.domain.hosting.Packages.with;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpEdit.VersionEdit;
import org.supportpin.domain.testing.Verdicts;

class HostingRulesTest {

    @Test
    void theEditShowsBeforeAndAfter() {
        var edit = accepted(
                usual(),
                change("8.4", Map.of(PhpSetting.MEMORY_LIMIT, "256M", PhpSetting.DATE_TIMEZONE, "Europe/Athens")));

        assertThat(edit.version()).isEqualTo(new VersionEdit(new PhpVersion("8.3"), new PhpVersion("8.4")));
        assertThat(edit.settings())
                .containsExactly(
                        new SettingEdit(PhpSetting.MEMORY_LIMIT, "128M", "256M"),
                        new SettingEdit(PhpSetting.DATE_TIMEZONE, null, "Europe/Athens"));
    }

    @Test
    void aVersionThatTheServerHasNotIsNotOffered() {
        assertThat(rule(usual(), change("8.1", Map.of()))).isEqualTo("version-not-offered");
        assertThat(rule(usual(), change("8.4", Map.of()))).isEqualTo("accepted");
        assertThat(rule(usual(), change("8.3", Map.of()))).isEqualTo("accepted");
    }

    @Test
    void everyOtherSettingIsRefusedThoughTheRestIsRight() {
        assertThat(rule(usual(), new PhpChange(null, Map.of(PhpSetting.MEMORY_LIMIT, "64M"), true)))
                .isEqualTo("setting-not-allowed");
    }

    /** The package has post 16M, upload 8M. */
    @ParameterizedTest
    @CsvSource({
        "16M,    , accepted",
        "17M,    , upload-over-post",
        "   ,  8M, accepted",
        "   ,  7M, upload-over-post",
        "64M, 64M, accepted",
    })
    void theOtherOfUploadAndPostIsThePackages(@Nullable String upload, @Nullable String post, String expected) {
        assertThat(rule(usual(), sizes(upload, post))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, accepted",
        "1G, accepted",
        "17825792, accepted",
        "17825791, upload-over-post",
        "16384K, upload-over-post",
        "-1, accepted",
        "-1M, accepted",
        "0M, accepted",
        "lots, upload-over-post",
        "99999999999999G, upload-over-post"
    })
    void thePackagesMayBeSpeltAsPhpTakesThem(String post, String expected) {
        var hosting = with(usual(), PhpSetting.POST_MAX_SIZE, post);

        assertThat(rule(hosting, sizes("17M", null))).isEqualTo(expected);
    }

    @Test
    void whereThePackageTellsNoPostBothMustBeGiven() {
        var hosting = with(usual(), php("8.3", Map.of()));

        assertThat(rule(hosting, sizes("1M", null))).isEqualTo("upload-over-post");
        assertThat(rule(hosting, sizes("2M", "2M"))).isEqualTo("accepted");
        assertThat(rule(hosting, sizes(null, "2M"))).isEqualTo("accepted");
    }

    @Test
    void anUploadWithoutLimitFitsOnlyInAPostWithoutLimit() {
        var unlimited = with(usual(), PhpSetting.UPLOAD_MAX_FILESIZE, "-1");

        assertThat(rule(unlimited, sizes(null, "64M"))).isEqualTo("upload-over-post");
        assertThat(rule(unlimited, sizes("64M", "64M"))).isEqualTo("accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "128M, 256M, , post-over-memory",
        "128M, 128M, , ",
        "-1, 256M, , ",
        "256M, , 200M, ",
        "128M, , 32M, ",
        "128M, 200M, 64M, post-over-memory",
        "lots, 256M, , "
    })
    void aPostThatMemoryCannotHoldIsWarnedOf(
            String memory, @Nullable String post, @Nullable String newMemory, @Nullable String warning) {
        var hosting = with(usual(), PhpSetting.MEMORY_LIMIT, memory);
        var settings = new EnumMap<PhpSetting, String>(PhpSetting.class);
        if (post != null) {
            settings.put(PhpSetting.POST_MAX_SIZE, post);
        }
        if (newMemory != null) {
            settings.put(PhpSetting.MEMORY_LIMIT, newMemory);
        }
        var edit = Verdicts.accepted(HostingRules.decide(hosting, new PhpChange(null, settings, false)));

        assertThat(HostingWarnings.of(hosting.php(), edit))
                .extracting(Warning::code)
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void aPackageThatIsWrongAlreadyMayBeChangedElsewhere() {
        var hosting = with(usual(), PhpSetting.POST_MAX_SIZE, "1M");

        assertThat(rule(hosting, change("8.4", Map.of(PhpSetting.MEMORY_LIMIT, "64M"))))
                .isEqualTo("accepted");
    }

    @Test
    void anEditIsThereOrNotOrNeither() {
        var edit = accepted(usual(), change("8.4", Map.of(PhpSetting.MEMORY_LIMIT, "256M")));
        var before = usual().php();
        var after = edit.apply(before);
        var half = with(usual(), PhpSetting.MEMORY_LIMIT, "256M").php();

        assertThat(edit.isAbsentFrom(before)).isTrue();
        assertThat(edit.isPresentIn(before)).isFalse();
        assertThat(edit.isPresentIn(after)).isTrue();
        assertThat(edit.isAbsentFrom(after)).isFalse();
        assertThat(edit.isPresentIn(half)).isFalse();
        assertThat(edit.isAbsentFrom(half)).isFalse();
    }

    @Test
    void anEditCanBePutBack() {
        var edit = accepted(usual(), change("8.4", Map.of(PhpSetting.DATE_TIMEZONE, "UTC")));
        var before = usual().php();

        assertThat(edit.reversed().apply(edit.apply(before))).isEqualTo(before);
        assertThat(edit.changes()).isTrue();
        assertThat(accepted(usual(), change("8.3", Map.of(PhpSetting.MEMORY_LIMIT, "128M")))
                        .changes())
                .isFalse();
    }

    private static PhpChange sizes(@Nullable String upload, @Nullable String post) {
        var settings = new EnumMap<PhpSetting, String>(PhpSetting.class);
        if (upload != null) {
            settings.put(PhpSetting.UPLOAD_MAX_FILESIZE, upload);
        }
        if (post != null) {
            settings.put(PhpSetting.POST_MAX_SIZE, post);
        }
        return new PhpChange(null, settings, false);
    }

    private static PhpChange change(String version, Map<PhpSetting, String> settings) {
        return new PhpChange(new PhpVersion(version), settings, false);
    }

    private static PhpEdit accepted(HostingPackage hosting, PhpChange change) {
        return Verdicts.accepted(HostingRules.decide(hosting, change));
    }

    private static String rule(HostingPackage hosting, PhpChange change) {
        return HostingRules.decide(hosting, change) instanceof Verdict.Refused(var refusal)
                ? refusal.rule()
                : "accepted";
    }
}
