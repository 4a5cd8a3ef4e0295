package org.supportpin.domain.hosting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.dns.RawChange;

/**
 * Changes a hosting package's PHP settings, DNS records of its main domain, or both.
 *
 * @param php null if none is requested
 * @param dns the changes as received, because their zone is known only from the package; empty if none are requested
 */
public record ChangeHostingSettings(
        PackageId packageId, @Nullable PhpChange php, List<RawChange> dns) implements Action {

    public ChangeHostingSettings {
        dns = List.copyOf(dns);
        if (php == null && dns.isEmpty()) {
            throw new IllegalArgumentException("nothing is asked for");
        }
    }

    @Override
    public ActionName name() {
        return ActionName.CHANGE_HOSTING_SETTINGS;
    }
}
