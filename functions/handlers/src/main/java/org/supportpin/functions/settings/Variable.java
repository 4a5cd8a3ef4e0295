package org.supportpin.functions.settings;

/**
 * The environment variables that the settings are read from, beside those of the {@link org.supportpin.domain.customer.Limits}, which
 * name their own. docs/settings.md says what each is for.
 */
public enum Variable {
    TABLE_NAME,
    KEY_ID,
    TENANT,

    PANEL_ISSUER,
    PANEL_AUDIENCE,
    AGENT_ISSUER,
    AGENT_AUDIENCE,

    SMS_SENDER_ID,
    SMS_COUNTRIES,
    TIME_ZONE,

    TRIAL,
    BACK_OFFICE_TABLE_NAME,
    BILLING_CONNECTOR,
    BILLING_SETTINGS,
    DNS_CONNECTOR,
    DNS_SETTINGS,
    REGISTRAR_CONNECTOR,
    REGISTRAR_SETTINGS,
    HOSTING_CONNECTOR,
    HOSTING_SETTINGS,
    MAIL_CONNECTOR,
    MAIL_SETTINGS,
    BANK_ACCOUNT_HOLDER,
    BANK_ACCOUNT_IBAN
}
