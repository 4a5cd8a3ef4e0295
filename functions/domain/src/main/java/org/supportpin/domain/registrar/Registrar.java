package org.supportpin.domain.registrar;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.Effect;
import org.supportpin.domain.name.DomainName;

/**
 * The domain names that are registered through the hoster: {@code registrar.…} of the back office. What changes something takes
 * the action's id; where the system knows ids, the same one has one effect, and gets the same answer again.
 */
public interface Registrar {

    /**
     * A domain name as the registry has it now; empty where it is not registered through the hoster, or not any more.
     *
     * @throws BackOfficeUnavailable if the registrar does not answer
     */
    Optional<RegisteredDomain> domain(DomainName name);

    /**
     * Gives a domain other nameservers, all at once, and makes or changes the glue.
     *
     * @return {@link Effect.Refused} with {@code domain-changed} where the system can tell that the nameservers are not any more
     *     those before; with the system's own words where it says no
     */
    Effect<RegisteredDomain> setNameservers(ActionId id, NameserverChange change);
}
