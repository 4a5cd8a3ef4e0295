package org.supportpin.domain.registrar;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.name.DomainName;

/** Changes a domain's administrator at the current administrator's request. The owner stays the same. */
public record ChangeDomainAdministrator(DomainName domain, NewAdministrator administrator) implements Action {

    @Override
    public ActionName name() {
        return ActionName.CHANGE_DOMAIN_ADMINISTRATOR;
    }
}
