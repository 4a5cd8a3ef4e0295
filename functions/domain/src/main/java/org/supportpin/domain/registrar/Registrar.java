package org.supportpin.domain.registrar;

import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;
import org.supportpin.domain.name.DomainName;

/**
 * The domains that are registered through the hosting company: {@code registrar.…} of the back office. Operations that change
 * something take the action's ID. If the system supports IDs, a repeated ID has one effect and gets the same answer.
 */
public interface Registrar {

    /**
     * A domain as it is at the registry now; empty if it is not, or no longer, registered through the hosting company.
     *
     * @throws BackOfficeUnavailable if the registrar does not answer
     */
    Optional<RegisteredDomain> domain(DomainName name);

    /**
     * The domains in the customer's account, and those whose owner or administrator the customer is; read page by page within the
     * time at hand. A registry cannot list them.
     *
     * @throws BackOfficeUnavailable if the registrar does not answer
     */
    default Listing<RegisteredDomain> domains(CustomerId customer) {
        return Listing.without(Gap.NOT_LISTED);
    }

    /**
     * A contact from any customer's list; empty if there is none.
     *
     * @throws BackOfficeUnavailable if the registrar does not answer
     */
    Optional<Contact> contact(ContactId id);

    /**
     * The contacts in the customer's list, from which an administrator can be chosen; read page by page within the time at hand. A
     * registry cannot list them.
     *
     * @throws BackOfficeUnavailable if the registrar does not answer
     */
    default Listing<Contact> contacts(CustomerId customer) {
        return Listing.without(Gap.NOT_LISTED);
    }

    /**
     * Replaces a domain's nameservers in one operation, and creates or updates the glue.
     *
     * @return {@link CallOutcome.Refused} with {@code domain-changed} if the system can tell that the nameservers have changed
     *     since; with the system's own message if it refuses
     */
    CallOutcome<RegisteredDomain> setNameservers(ActionId id, NameserverEdit edit);

    /**
     * Recalls a first registration. Afterwards the domain is {@link RegisteredDomain.Status#RECALLED} or gone, depending on the
     * registry. Its zone and other services stay as they are.
     *
     * @return {@link CallOutcome.Refused} with {@code recall-window-over} or {@code domain-changed} if the system can tell; with
     *     the system's own message if it refuses
     */
    CallOutcome<RegisteredDomain> recall(ActionId id, DomainRecall recall);

    /**
     * Makes another contact the domain's administrator. If there is none yet, creates it in the contact list of the domain's
     * account. Never changes an existing contact, because it may also be the owner.
     *
     * @return {@link CallOutcome.Refused} with {@code domain-changed} if the system can tell that the administrator has changed
     *     since; with the system's own message if it refuses
     */
    CallOutcome<RegisteredDomain> setAdministrator(ActionId id, AdministratorEdit edit);
}
