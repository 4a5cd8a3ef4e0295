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
 * The requested changes of a package's PHP.
 *
 * @param version null keeps the current one
 * @param settings new values, each within its bounds; other settings stay
 * @param asksForOthers whether the request also contains settings that cannot be changed by phone. That is not a fault: see
 *     {@link #refusal}
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
     * Checks what can be checked without the package, after each value has passed {@link PhpSetting#check}.
     *
     * @return the change, or faults with pointers relative to {@code php}
     */
    public static Checked<PhpChange> of(
            @Nullable PhpVersion version, Map<PhpSetting, String> settings, boolean asksForOthers) {
        if (isEmpty(version, settings, asksForOthers)) {
            return Checked.faulty("Enter a version, settings, or both.");
        }
        if (isUploadOverPost(settings)) {
            return Checked.faulty(List.of(new Fault("", "Enter at most the value of post_max_size.")
                    .within(UPLOAD_MAX_FILESIZE.text())
                    .within("settings")));
        }
        return Checked.valid(new PhpChange(version, settings, asksForOthers));
    }

    /** A refusal that does not depend on the package. */
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
