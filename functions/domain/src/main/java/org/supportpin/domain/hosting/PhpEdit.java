package org.supportpin.domain.hosting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reconcilable;
import org.supportpin.domain.name.DomainName;

/**
 * What an accepted action will do to a package's PHP: everything requested before and after. It can be reversed.
 *
 * @param version null if no version was requested
 * @param settings in the order of {@link PhpSetting}; one that is already as requested has the same before and after
 */
public record PhpEdit(PackageId packageId, @Nullable VersionEdit version, List<SettingEdit> settings)
        implements Reconcilable<PhpState> {

    /** The version before and after. */
    public record VersionEdit(PhpVersion before, PhpVersion after) {}

    /**
     * One setting before and after.
     *
     * @param before null if the system reported none
     * @param after null if the package is to have no value of its own
     */
    public record SettingEdit(
            PhpSetting setting,
            @Nullable String before,
            @Nullable String after) {}

    public PhpEdit {
        settings = List.copyOf(settings);
    }

    /** Whether anything changes. It may already be as requested. */
    public boolean changes() {
        return (version != null && !version.before().equals(version.after()))
                || settings.stream().anyMatch(each -> !Objects.equals(each.before(), each.after()));
    }

    @Override
    public boolean isPresentIn(PhpState php) {
        return (version == null || version.after().equals(php.version()))
                && settings.stream().allMatch(each -> Objects.equals(each.after(), php.get(each.setting())));
    }

    @Override
    public boolean isAbsentFrom(PhpState php) {
        return reversed().isPresentIn(php);
    }

    /**
     * What the customer sees.
     *
     * @param of the package's main domain
     */
    public List<Difference> differences(DomainName of) {
        var all = new ArrayList<Difference>();
        if (version != null) {
            all.add(new Difference(
                    what(of), version.before().value(), version.after().value()));
        }
        for (var each : settings) {
            all.add(new Difference(what(of, each.setting()), each.before(), each.after()));
        }
        all.removeIf(each -> Objects.equals(each.before(), each.after()));
        return List.copyOf(all);
    }

    /** How the customer sees the version called. */
    static String what(DomainName of) {
        return of + " PHP";
    }

    /** How the customer sees a setting called. */
    static String what(DomainName of, PhpSetting setting) {
        return what(of) + " " + setting.text();
    }

    /** The same without what is already as requested. */
    PhpEdit changing() {
        return new PhpEdit(
                packageId,
                version == null || version.before().equals(version.after()) ? null : version,
                settings.stream()
                        .filter(each -> !Objects.equals(each.before(), each.after()))
                        .toList());
    }

    /** The edit that undoes this one. */
    public PhpEdit reversed() {
        return new PhpEdit(
                packageId,
                version == null ? null : new VersionEdit(version.after(), version.before()),
                settings.stream()
                        .map(each -> new SettingEdit(each.setting(), each.after(), each.before()))
                        .toList());
    }

    /** The package's PHP after the edit. */
    public PhpState apply(PhpState php) {
        var values = new EnumMap<PhpSetting, String>(PhpSetting.class);
        values.putAll(php.settings());
        for (var each : settings) {
            if (each.after() == null) {
                values.remove(each.setting());
            } else {
                values.put(each.setting(), each.after());
            }
        }
        return new PhpState(version == null ? php.version() : version.after(), php.offered(), values);
    }
}
