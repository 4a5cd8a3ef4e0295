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

    /**
     * Whether the largest allowed upload fits in a request. PHP treats 0 and less as no limit. An upload limit that the system does not
     * report fits: {@code post_max_size} bounds it. Nothing but "no limit" is known to fit in a {@code post_max_size} that it does not
     * report, so both must be requested together.
     */
    static boolean fits(Map<PhpSetting, String> settings) {
        var upload = settings.get(PhpSetting.UPLOAD_MAX_FILESIZE);
        var post = settings.get(PhpSetting.POST_MAX_SIZE);
        if (upload == null) {
            return true;
        }
        var greatest = post == null ? Optional.<Long>empty() : PhpSize.limit(post);
        return greatest.isPresent()
                && (greatest.get() == Long.MAX_VALUE
                        || PhpSize.limit(upload)
                                .filter(size -> size <= greatest.get())
                                .isPresent());
    }

    /** Whether a request as large as allowed is more than a script may hold in memory; false if either is not known. */
    static boolean overflowsMemory(Map<PhpSetting, String> settings) {
        return limit(settings, PhpSetting.POST_MAX_SIZE)
                .flatMap(post -> limit(settings, PhpSetting.MEMORY_LIMIT).map(memory -> post > memory))
                .orElse(false);
    }

    private static Optional<Long> limit(Map<PhpSetting, String> settings, PhpSetting setting) {
        return Optional.ofNullable(settings.get(setting)).flatMap(PhpSize::limit);
    }
}
