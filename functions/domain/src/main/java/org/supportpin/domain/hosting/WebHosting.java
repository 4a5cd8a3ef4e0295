package org.supportpin.domain.hosting;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;

/** The hosting company's web servers: {@code hosting.…} of the back office. */
public interface WebHosting {

    /**
     * The package as it is now; empty if there is none with this ID.
     *
     * @throws BackOfficeUnavailable if the hosting system does not answer
     */
    Optional<HostingPackage> find(PackageId id);

    /**
     * The customer's packages, read page by page within the time at hand. {@link HostingPackage#banned} and {@link
     * HostingPackage#certificates} may be left out.
     *
     * @throws BackOfficeUnavailable if the hosting system does not answer
     */
    default Listing<HostingPackage> packages(CustomerId holder) {
        return Listing.without(Gap.NOT_LISTED);
    }

    /**
     * Changes a package's PHP, completely or not at all. Values that are already as requested count as done, so that repeating
     * the call does nothing more.
     *
     * @param id the action's ID. An action may send an edit and later its {@link PhpEdit#reversed} one, so an idempotency key
     *     must distinguish the two
     * @return {@link CallOutcome.Refused} with {@code settings-changed} if the system can tell that the package is neither as
     *     before the edit nor as after it; with the system's own message if it refuses
     */
    CallOutcome<PhpState> applySettings(ActionId id, PhpEdit edit);

    /**
     * Applies a fix. A connector must pass the arguments on as values, never as part of a command line.
     *
     * @param id the action's ID. If the system supports IDs, the fix is applied once per ID
     * @return the state after the fix
     */
    CallOutcome<FixState> applyFix(ActionId id, PackageId packageId, Fix fix);

    /**
     * Finds out whether an action's fix was applied. Changes nothing.
     *
     * @return {@link CallOutcome.NotDone} only if it certainly was not, {@link CallOutcome.Unknown} if the system cannot tell
     * @throws BackOfficeUnavailable if the hosting system cannot be asked now
     */
    CallOutcome<FixState> findFix(ActionId id);
}
