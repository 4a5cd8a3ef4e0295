package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reconcilable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted action does to a package's PHP: before and after of all that was asked for. It knows its own opposite, so
 * it can be put back.
 *
 * @param version null where no version was asked for
 * @param settings in the order of {@link PhpSetting}; one that is there already as asked for has the same before and after
 */
public record PhpEdit(PackageId packageId, @Nullable VersionEdit version, List<SettingEdit> settings)
        implements Reconcilable<PhpState> {

    /** What becomes of the version. */
    public record VersionEdit(PhpVersion before, PhpVersion after) {}

    /**
     * What becomes of one setting.
     *
     * @param before null where the system told none
     * @param after null where it shall be none of the package's own
     */
    public record SettingEdit(
            PhpSetting setting,
            @Nullable String before,
            @Nullable String after) {}

    public PhpEdit {
        settings = List.copyOf(settings);
    }

    /** Whether anything changes: what is asked for may be there already. */
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

    /** As the customer is shown it. */
    public List<Difference> differences() {
        var all = new ArrayList<Difference>();
        var of = packageId + " PHP";
        if (version != null) {
            all.add(new Difference(of, version.before().value(), version.after().value()));
        }
        for (var each : settings) {
            all.add(new Difference(of + " " + each.setting().text(), each.before(), each.after()));
        }
        all.removeIf(each -> Objects.equals(each.before(), each.after()));
        return List.copyOf(all);
    }

    /** What puts everything back. */
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
