package org.supportpin.domain.hosting;

import java.util.stream.Stream;
import org.supportpin.domain.action.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.dns.ZoneEdit;

/**
 * What an accepted action does to a package.
 *
 * @param php null where nothing of PHP was asked for
 * @param dns of the zone of the package's main domain; null where nothing of it was asked for
 */
public record HostingEdit(
        PackageId packageId,
        @Nullable PhpEdit php,
        @Nullable ZoneEdit dns) {

    public HostingEdit {
        if (php == null && dns == null) {
            throw new IllegalArgumentException("an edit of nothing");
        }
    }

    public Risk risk() {
        return dns == null ? Risk.STANDARD : dns.risk();
    }

    /** As the customer is shown it. */
    public List<Difference> changes() {
        return Stream.concat(
                        php == null ? Stream.empty() : php.differences().stream(),
                        dns == null ? Stream.empty() : dns.changes().stream())
                .toList();
    }

    public boolean changesPhp() {
        return php != null && php.changes();
    }

    public boolean changesDns() {
        return dns != null && !dns.differences().isEmpty();
    }
}
