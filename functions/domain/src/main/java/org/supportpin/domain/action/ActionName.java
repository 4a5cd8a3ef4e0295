package org.supportpin.domain.action;

import org.supportpin.domain.check.WireName;

/** The ten actions that a verified caller may request. Nothing else can be executed. */
public enum ActionName implements WireName {
    ORDER_SERVICE,
    RENEW_SERVICE,
    UPGRADE_SERVICE,
    CHANGE_DNS_RECORDS,
    CHANGE_NAMESERVERS,
    RECALL_GR_DOMAIN,
    SEND_ORDER_DETAILS,
    CHANGE_DOMAIN_ADMINISTRATOR,
    CHANGE_HOSTING_SETTINGS,
    APPLY_MICRO_FIX
}
