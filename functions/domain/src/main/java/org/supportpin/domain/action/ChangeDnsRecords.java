package org.supportpin.domain.action;

import org.supportpin.domain.dns.ZoneChanges;

/** Changes DNS records of a domain name whose zone is served here: all of the changes, or none. */
public record ChangeDnsRecords(ZoneChanges changes) implements Action {

    @Override
    public ActionName name() {
        return ActionName.CHANGE_DNS_RECORDS;
    }
}
