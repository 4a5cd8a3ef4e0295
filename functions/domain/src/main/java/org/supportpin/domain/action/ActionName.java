package org.supportpin.domain.action;

import java.util.Arrays;
import java.util.Optional;

/** The ten things that a verified caller may ask for. The set is closed: nothing else can be executed. */
public enum ActionName {
    ORDER_SERVICE("order-service"),
    RENEW_SERVICE("renew-service"),
    UPGRADE_SERVICE("upgrade-service"),
    CHANGE_DNS_RECORDS("change-dns-records"),
    CHANGE_NAMESERVERS("change-nameservers"),
    RECALL_GR_DOMAIN("recall-gr-domain"),
    SEND_ORDER_DETAILS("send-order-details"),
    CHANGE_DOMAIN_ADMINISTRATOR("change-domain-administrator"),
    CHANGE_HOSTING_SETTINGS("change-hosting-settings"),
    APPLY_MICRO_FIX("apply-micro-fix");

    private final String text;

    ActionName(String text) {
        this.text = text;
    }

    /** The name in the API, such as {@code change-dns-records}. */
    public String text() {
        return text;
    }

    public static Optional<ActionName> of(String text) {
        return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
    }
}
