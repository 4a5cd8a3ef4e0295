package org.supportpin.domain.hosting;

import static org.supportpin.domain.hosting.PhpSetting.POST_MAX_SIZE;
import static org.supportpin.domain.hosting.PhpSetting.UPLOAD_MAX_FILESIZE;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;

/**
 * What is asked for of a package's PHP.
 *
 * @param version null keeps the one that is there
 * @param settings by setting, each within its bounds; what is not named stays
 * @param asksForOthers whether settings are asked for too that are not changed by telephone. That is no fault of the request:
 *     {@link #refusal} tells
 */
public record PhpChange(@Nullable PhpVersion version, Map<PhpSetting, String> settings, boolean asksForOthers) {

    public PhpChange {
        var sorted = new EnumMap<PhpSetting, String>(PhpSetting.class);
        sorted.putAll(settings);
        settings = Collections.unmodifiableMap(sorted);
        if (isEmpty(version, settings, asksForOthers)
                || !settings.entrySet().stream()
                        .allMatch(entry -> entry.getKey().check(entry.getValue()) instanceof Valid<String>)
                || isUploadOverPost(settings)) {
            throw new IllegalArgumentException("not a change of PHP that could be asked for");
        }
    }

    /**
     * Judges what can be judged without the package, once each value has passed {@link PhpSetting#check}.
     *
     * @return faults at pointers relative to {@code php}
     */
    public static Checked<PhpChange> of(
            @Nullable PhpVersion version, Map<PhpSetting, String> settings, boolean asksForOthers) {
        if (isEmpty(version, settings, asksForOthers)) {
            return Checked.faulty("Give a version, settings, or both.");
        }
        if (isUploadOverPost(settings)) {
            return Checked.faulty(List.of(new Fault("", "Give at most what post_max_size is.")
                    .within(UPLOAD_MAX_FILESIZE.text())
                    .within("settings")));
        }
        return Checked.valid(new PhpChange(version, settings, asksForOthers));
    }

    /** What stands against the change whatever the package is. */
    public Optional<Refusal> refusal() {
        return asksForOthers ? Optional.of(HostingRules.settingNotAllowed()) : Optional.empty();
    }

    private static boolean isEmpty(
            @Nullable PhpVersion version, Map<PhpSetting, String> settings, boolean asksForOthers) {
        return version == null && settings.isEmpty() && !asksForOthers;
    }

    private static boolean isUploadOverPost(Map<PhpSetting, String> settings) {
        return settings.containsKey(UPLOAD_MAX_FILESIZE)
                && settings.containsKey(POST_MAX_SIZE)
                && !PhpState.fits(settings);
    }
}
