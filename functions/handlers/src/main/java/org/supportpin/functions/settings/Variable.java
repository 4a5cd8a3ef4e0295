package org.supportpin.functions.settings;

/** The environment variables besides those of the {@link org.supportpin.domain.customer.Limits}; see docs/settings.md. */
public enum Variable {
    TABLE_NAME,
    KEY_ID,
    EARLIER_KEY_IDS,
    DESTINATION_KEY_ID,
    TENANT,
    RETENTION_DAYS,

    PANEL_ISSUER,
    PANEL_AUDIENCE,
    PANEL_TOKENS,
    AGENT_ISSUER,
    AGENT_AUDIENCE,
    AGENT_TOKENS,

    SMS_SENDER_ID,
    SMS_COUNTRIES,
    TIME_ZONE,

    CONSENT_FOR_HIGH_RISK,
    HOLD_HOURS,
    FOUR_EYES,

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
    DELEGATION_CONNECTOR,
    BANK_ACCOUNT_HOLDER,
    BANK_ACCOUNT_IBAN
}
