package org.supportpin.domain.hosting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.dns.RawChange;

/**
 * Changes PHP of a hosting package, DNS records of its main domain, or both.
 *
 * @param php null where nothing of it is asked for
 * @param dns the changes as they came, since only the package tells whose zone they are of; empty where none are asked for
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
