package org.supportpin.domain.dns;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;

/** Changes DNS records of a domain name whose zone is hosted here: all of the changes or none. */
public record ChangeDnsRecords(ZoneChanges changes) implements Action {

    @Override
    public ActionName name() {
        return ActionName.CHANGE_DNS_RECORDS;
    }
}
