package org.supportpin.domain.hosting;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A package's PHP, as the hosting system reports it.
 *
 * @param offered the versions that the package's server offers
 * @param settings the current values of the changeable settings, without those that the system does not report. In the spelling
 *     of {@link SettingForm} if possible; existing values may be outside our bounds
 */
public record PhpState(PhpVersion version, Set<PhpVersion> offered, Map<PhpSetting, String> settings) {

    public PhpState {
        var versions = new TreeSet<>(Comparator.comparing(PhpVersion::value));
        versions.addAll(offered);
        offered = Collections.unmodifiableSet(versions);
        var sorted = new EnumMap<PhpSetting, String>(PhpSetting.class);
        sorted.putAll(settings);
        settings = Collections.unmodifiableMap(sorted);
    }

    public @Nullable String get(PhpSetting setting) {
        return settings.get(setting);
    }

    /** Whether the largest allowed upload fits in a request. PHP treats a {@code post_max_size} of 0 as no limit. */
    static boolean fits(Map<PhpSetting, String> settings) {
        var upload = bytes(settings, PhpSetting.UPLOAD_MAX_FILESIZE);
        var post = bytes(settings, PhpSetting.POST_MAX_SIZE);
        return upload.isPresent() && post.isPresent() && (post.get() == 0 || upload.get() <= post.get());
    }

    private static Optional<Long> bytes(Map<PhpSetting, String> settings, PhpSetting setting) {
        return Optional.ofNullable(settings.get(setting)).flatMap(PhpSize::bytes);
    }
}
