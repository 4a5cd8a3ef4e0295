package org.supportpin.domain.action;

import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.NewAdministrator;

/** Gives a domain name another administrator, in the name of the one that it has. The owner stays who it is. */
public record ChangeDomainAdministrator(DomainName domain, NewAdministrator administrator) implements Action {

    @Override
    public ActionName name() {
        return ActionName.CHANGE_DOMAIN_ADMINISTRATOR;
    }
}
