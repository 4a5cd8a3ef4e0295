package org.supportpin.domain.registrar;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.name.DomainName;

/** Takes the first registration of a domain name below .gr or .ελ back. It cannot be undone. */
public record RecallGrDomain(DomainName domain) implements Action {

    @Override
    public ActionName name() {
        return ActionName.RECALL_GR_DOMAIN;
    }
}
