package org.supportpin.domain.hosting;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.name.DomainName;

/**
 * What an accepted action will do to a package.
 *
 * @param mainDomain what people call the package
 * @param php null if no PHP change was requested
 * @param dns for the zone of the package's main domain; null if no DNS change was requested
 */
public record HostingEdit(
        PackageId packageId,
        DomainName mainDomain,
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

    /** What the customer sees. */
    public List<Difference> changes() {
        return Stream.concat(
                        php == null ? Stream.empty() : php.differences(mainDomain).stream(),
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
