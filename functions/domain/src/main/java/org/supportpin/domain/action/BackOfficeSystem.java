package org.supportpin.domain.action;

/** The systems behind the actions. */
public enum BackOfficeSystem {
    BILLING,
    DNS,
    REGISTRAR,
    HOSTING,
    MAIL
}
