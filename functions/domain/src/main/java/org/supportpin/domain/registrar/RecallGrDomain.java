package org.supportpin.domain.registrar;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.name.DomainName;

/** Recalls the first registration of a .gr or .ελ domain. This cannot be undone. */
public record RecallGrDomain(DomainName domain) implements Action {

    @Override
    public ActionName name() {
        return ActionName.RECALL_GR_DOMAIN;
    }
}
