package org.supportpin.domain.registrar;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.name.DomainName;

/** Gives a domain name another administrator, in the name of the one that it has. The owner stays who it is. */
public record ChangeDomainAdministrator(DomainName domain, NewAdministrator administrator) implements Action {

    @Override
    public ActionName name() {
        return ActionName.CHANGE_DOMAIN_ADMINISTRATOR;
    }
}
