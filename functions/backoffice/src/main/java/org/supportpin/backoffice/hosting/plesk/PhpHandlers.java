package org.supportpin.backoffice.hosting.plesk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.hosting.PhpVersion;

/** The PHP handlers of a server: a version, run in one of several ways. */
record PhpHandlers(List<Handler> all) {

    /**
     * @param type how PHP is run, such as {@code fpm}; a change of version keeps it
     */
    record Handler(String id, PhpVersion version, String type, boolean isEnabled) {

        private boolean replaces(Handler other) {
            return isEnabled && type.equals(other.type);
        }

        /** How Plesk names a handler of its own in another version: {@code plesk-php83-fpm}. */
        private String idIn(PhpVersion other) {
            return id.replace(digits(version), digits(other));
        }

        private static String digits(PhpVersion version) {
            return version.value().replace(".", "");
        }
    }

    PhpHandlers {
        all = List.copyOf(all);
    }

    /** Of {@code php-handler get}. One whose version is not two numbers cannot be asked for, and is left out. */
    static PhpHandlers of(List<PleskResult> results) {
        return new PhpHandlers(
                results.stream().flatMap(result -> handler(result).stream()).toList());
    }

    private static Optional<Handler> handler(PleskResult result) {
        var version = result.text("version").map(PhpVersion::parse);
        return version.isPresent() && version.get() instanceof Valid<PhpVersion>(var known)
                ? result.text("id")
                        .map(id -> new Handler(
                                id,
                                known,
                                result.text("type").orElse(""),
                                result.text("handler-status").equals(Optional.of("enabled"))))
                : Optional.empty();
    }

    Optional<Handler> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The versions that a package may have instead of the one that it has. */
    Set<PhpVersion> offered(Handler now) {
        return all.stream()
                .filter(each -> each.replaces(now))
                .map(Handler::version)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What makes a package have another version: of several, the namesake, or else the first by id. */
    Optional<Handler> inVersion(Handler now, PhpVersion version) {
        return all.stream()
                .filter(each -> each.replaces(now) && each.version().equals(version))
                .min(Comparator.<Handler, Boolean>comparing(each -> !each.id().equals(now.idIn(version)))
                        .thenComparing(Handler::id));
    }
}
