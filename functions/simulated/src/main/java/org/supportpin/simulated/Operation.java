package org.supportpin.simulated;

import org.supportpin.domain.check.WireName;

/** The operations of the back office, by the names under which faults are injected. */
public enum Operation implements WireName {
    BILLING_FIND_PRODUCT("billing.findProduct"),
    BILLING_FIND_SERVICE("billing.findService"),
    BILLING_FIND_ORDER("billing.findOrder"),
    BILLING_FIND_BY_ACTION("billing.findByAction"),
    BILLING_CUSTOMER("billing.customer"),
    BILLING_SERVICES("billing.services"),
    BILLING_ORDERS("billing.orders"),
    BILLING_PRODUCTS("billing.products"),
    BILLING_PLACE_ORDER("billing.placeOrder"),
    BILLING_RENEW("billing.renew"),
    BILLING_UPGRADE("billing.upgrade"),
    DNS_ZONE("dns.zone"),
    DNS_APPLY_CHANGES("dns.applyChanges"),
    NAMESERVERS_ASK("nameservers.ask"),
    MAIL_HOSTS("mail.hosts"),
    REGISTRAR_DOMAIN("registrar.domain"),
    REGISTRAR_DOMAINS("registrar.domains"),
    REGISTRAR_CONTACTS("registrar.contacts"),
    REGISTRAR_CONTACT("registrar.contact"),
    REGISTRAR_SET_NAMESERVERS("registrar.setNameservers"),
    REGISTRAR_RECALL("registrar.recall"),
    REGISTRAR_SET_ADMINISTRATOR("registrar.setAdministrator"),
    HOSTING_PACKAGE("hosting.package"),
    HOSTING_PACKAGES("hosting.packages"),
    HOSTING_APPLY_SETTINGS("hosting.applySettings"),
    HOSTING_APPLY_FIX("hosting.applyFix"),
    MAIL_SEND("mail.send");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
