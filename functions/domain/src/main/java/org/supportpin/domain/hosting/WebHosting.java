package org.supportpin.domain.hosting;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;

/** The hosting company's web servers: {@code hosting.…} of the back office. */
public interface WebHosting {

    /**
     * A package as it is now; empty where there is none of that id.
     *
     * @throws BackOfficeUnavailable if the hosting system does not answer
     */
    Optional<HostingPackage> find(PackageId id);

    /**
     * Changes a package's PHP, all of the edit or nothing. What is there already as asked for is done; so the same call again
     * does nothing more.
     *
     * @param id the action's. An action may send an edit and later the {@link PhpEdit#reversed} one, to put it back: where the
     *     system takes an idempotency key, the key tells the two apart
     * @return {@link CallOutcome.Refused} with {@code settings-changed} where the system can tell that the package is neither as before
     *     the edit nor as after it; with the system's own words where it says no
     */
    CallOutcome<PhpState> applySettings(ActionId id, PhpEdit edit);

    /**
     * Carries a fix out. The arguments are values, and a connector passes them on as such: never as part of a command line.
     *
     * @param id the action's: where the system knows fixes by id, one action's fix is carried out once
     * @return what the fix changes, as it is after it
     */
    CallOutcome<FixState> applyFix(ActionId id, PackageId packageId, Fix fix);

    /**
     * Finds out whether an action's fix was carried out. Changes nothing.
     *
     * @return {@link CallOutcome.NotDone} only if it certainly was not, {@link CallOutcome.Unknown} where the system does not tell
     * @throws BackOfficeUnavailable if the hosting system cannot be asked now
     */
    CallOutcome<FixState> findFix(ActionId id);
}
