package org.supportpin.domain.hosting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneRules;

/**
 * How much of an edit the two systems show. A part that was not requested counts as both present and absent.
 *
 * @param own the package, already known to belong to the customer
 * @param zone the zone of the edit's DNS part if it belongs to the customer, else null
 */
public record HostingProgress(
        HostingEdit edit, HostingPackage own, @Nullable Zone zone) {

    public boolean isPhpPresent() {
        return edit.php() == null || edit.php().isPresentIn(own.php());
    }

    public boolean isPhpAbsent() {
        return edit.php() == null || edit.php().isAbsentFrom(own.php());
    }

    public boolean isDnsPresent() {
        return edit.dns() == null || (zone != null && edit.dns().isPresentIn(zone));
    }

    public boolean isDnsAbsent() {
        return edit.dns() == null || (zone != null && edit.dns().isAbsentFrom(zone));
    }

    /** Whether the zone was to be changed and shows the change. */
    public boolean isDnsDone() {
        return edit.changesDns() && isDnsPresent();
    }

    /** Whether any change is visible. */
    public boolean isBegun() {
        return isDnsDone() || (edit.changesPhp() && isPhpPresent());
    }

    /** Refuses the parts that are not done yet if the facts have changed since the edit was planned. */
    public Optional<Refusal> refusal() {
        return phpRefusal().or(this::dnsRefusal);
    }

    private Optional<Refusal> phpRefusal() {
        var php = edit.php();
        if (php == null || isPhpPresent()) {
            return Optional.empty();
        }
        if (!isPhpAbsent()) {
            return Optional.of(HostingRules.settingsChanged());
        }
        return php.version() == null
                        || own.php().offered().contains(php.version().after())
                ? Optional.empty()
                : Optional.of(HostingRules.versionNotOffered(own.php()));
    }

    private Optional<Refusal> dnsRefusal() {
        var dns = edit.dns();
        if (dns == null) {
            return Optional.empty();
        }
        if (zone == null) {
            return Optional.of(ZoneRules.zoneNotHostedHere());
        }
        var isOfPackage = own.mainDomain().equals(dns.zone());
        var isAsChecked = zone.fingerprint().equals(dns.basis());
        return isOfPackage && (isAsChecked || isDnsDone()) ? Optional.empty() : Optional.of(ZoneRules.zoneChanged());
    }
}
