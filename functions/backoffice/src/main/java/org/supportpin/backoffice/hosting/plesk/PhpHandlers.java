package org.supportpin.backoffice.hosting.plesk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpin.domain.hosting.PhpVersion;

/** The PHP handlers of a server. Each runs one version in one of several ways. */
record PhpHandlers(List<Handler> all) {

    /**
     * @param type how PHP runs, such as {@code fpm}; a change of version keeps it
     */
    record Handler(String id, PhpVersion version, String type, boolean isEnabled) {

        private boolean replaces(Handler other) {
            return isEnabled && type.equals(other.type);
        }

        /** Plesk's usual id of this handler in another version, such as {@code plesk-php83-fpm}. */
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

    /** From {@code php-handler get}. A handler whose version is not two numbers cannot be chosen, and is left out. */
    static PhpHandlers of(List<PleskResult> results) {
        return new PhpHandlers(
                results.stream().flatMap(result -> handler(result).stream()).toList());
    }

    private static Optional<Handler> handler(PleskResult result) {
        var version =
                result.text("version").flatMap(text -> PhpVersion.parse(text).asOptional());
        return version.flatMap(known -> result.text("id")
                .map(id -> new Handler(
                        id,
                        known,
                        result.text("type").orElse(""),
                        result.text("handler-status").equals(Optional.of("enabled")))));
    }

    Optional<Handler> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The versions that a package may switch to. */
    Set<PhpVersion> offered(Handler now) {
        return all.stream()
                .filter(each -> each.replaces(now))
                .map(Handler::version)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The handler for another version: of several, the one with the matching name, or else the first by id. */
    Optional<Handler> inVersion(Handler now, PhpVersion version) {
        return all.stream()
                .filter(each -> each.replaces(now) && each.version().equals(version))
                .min(Comparator.<Handler, Boolean>comparing(each -> !each.id().equals(now.idIn(version)))
                        .thenComparing(Handler::id));
    }
}
