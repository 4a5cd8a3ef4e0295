package org.supportpin.domain.registrar;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
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
     * A contact, whoever's list it is on; empty where there is none.
     *
     * @throws BackOfficeUnavailable if the registrar does not answer
     */
    Optional<Contact> contact(ContactId id);

    /**
     * Gives a domain other nameservers, all at once, and makes or changes the glue.
     *
     * @return {@link CallOutcome.Refused} with {@code domain-changed} where the system can tell that the nameservers are not any more
     *     those before; with the system's own words where it says no
     */
    CallOutcome<RegisteredDomain> setNameservers(ActionId id, NameserverEdit change);

    /**
     * Takes a first registration back. Afterwards the domain is {@link RegisteredDomain.Status#RECALLED}, or not there any more,
     * as the registry likes; what served it, such as its zone, stays as it is.
     *
     * @return {@link CallOutcome.Refused} with {@code recall-window-over} or {@code domain-changed} where the system can tell; with the
     *     system's own words where it says no
     */
    CallOutcome<RegisteredDomain> recall(ActionId id, DomainRecall recall);

    /**
     * Makes another contact the domain's administrator; a new one, on the list of the account that the domain is on, where there is
     * none yet. No contact that exists is changed, since it may be the owner too.
     *
     * @return {@link CallOutcome.Refused} with {@code domain-changed} where the system can tell that the administrator is not any more
     *     the one before; with the system's own words where it says no
     */
    CallOutcome<RegisteredDomain> setAdministrator(ActionId id, AdministratorEdit change);
}
