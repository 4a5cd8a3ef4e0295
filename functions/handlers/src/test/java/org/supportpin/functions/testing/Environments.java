package org.supportpin.functions.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.supportpin.domain.customer.Limits;

/** The environment of a function, as template.yaml sets it, and as Lambda adds to it. */
public final class Environments {

    /** A name for this run: a shared endpoint may have tables already. */
    public static final String TABLE = "support-pin-" + UUID.randomUUID();

    private static final String WEBHOOK =
            "{\"url\":\"https://api.example.gr\",\"secrets\":[\"ssm:/support-pin/hook\"]}";

    private static final String CLIENTS =
            "{\"panel\":{\"realm\":\"panel\",\"secret\":\"ssm:/support-pin-clients/panel\","
                    + "\"scopes\":[\"pin:self\"],\"addresses\":[\"203.0.113.7\"]}}";

    private Environments() {}

    /** With AWS at an address. */
    public static Map<String, String> at(String endpoint) {
        var all = new HashMap<>(settings());
        all.put("AWS_REGION", "eu-central-1");
        all.put("AWS_ACCESS_KEY_ID", "local");
        all.put("AWS_SECRET_ACCESS_KEY", "local");
        all.put("AWS_ENDPOINT_URL", endpoint);
        return Map.copyOf(all);
    }

    /** All that the settings read. The simulated back office is in a module that these tests do not see. */
    public static Map<String, String> settings() {
        var all = new HashMap<String, String>();
        Limits.ALL.forEach(limit -> all.put(limit.name(), limit.usual().toString()));
        all.putAll(Map.ofEntries(
                Map.entry("TABLE_NAME", TABLE),
                Map.entry("KEY_ID", "arn:aws:kms:eu-central-1:111122223333:key/2"),
                Map.entry("EARLIER_KEY_IDS", "arn:aws:kms:eu-central-1:111122223333:key/1"),
                Map.entry("DESTINATION_KEY_ID", "arn:aws:kms:eu-central-1:111122223333:key/3"),
                Map.entry("SIGNING_KEY_ID", "arn:aws:kms:eu-central-1:111122223333:key/5"),
                Map.entry("EARLIER_SIGNING_KEY_IDS", "arn:aws:kms:eu-central-1:111122223333:key/4"),
                Map.entry("TENANT", "hoster"),
                Map.entry("RETENTION_DAYS", "400"),
                Map.entry("PANEL_ISSUER", EventOf.PANEL_ISSUER),
                Map.entry("PANEL_AUDIENCE", "support-pin-panel"),
                Map.entry("PANEL_TOKENS", "standard"),
                Map.entry("PANEL_SCOPE_PREFIX", ""),
                Map.entry("PANEL_SIGN_IN_CLAIM", "auth_time"),
                Map.entry("AGENT_ISSUER", EventOf.AGENT_ISSUER),
                Map.entry("AGENT_AUDIENCE", "support-pin-agent"),
                Map.entry("AGENT_TOKENS", "standard"),
                Map.entry("AGENT_SCOPE_PREFIX", ""),
                Map.entry("TOKEN_ENDPOINT", "https://{apiId}.example/v1/token"),
                Map.entry("TOKEN_KEY_IDS", "arn:aws:kms:eu-central-1:111122223333:key/6"),
                Map.entry("TOKEN_CLIENTS", CLIENTS),
                Map.entry("TOKEN_TABLE_NAME", "tokens"),
                Map.entry("SMS_SENDER_ID", "Hoster"),
                Map.entry("SMS_COUNTRIES", "GR,CY"),
                Map.entry("TIME_ZONE", "Europe/Athens"),
                Map.entry("SUPPORT_PHONE", "+30 210 1234567"),
                Map.entry("EVENT_BUS_NAME", "events"),
                Map.entry("EVENT_WEBHOOK_SETTINGS", WEBHOOK),
                Map.entry("TRIAL", "false"),
                Map.entry("BACK_OFFICE_TABLE_NAME", "back-office"),
                Map.entry("BILLING_CONNECTOR", "webhook"),
                Map.entry("BILLING_SETTINGS", WEBHOOK),
                Map.entry("DNS_CONNECTOR", "webhook"),
                Map.entry("DNS_SETTINGS", WEBHOOK),
                Map.entry("REGISTRAR_CONNECTOR", "webhook"),
                Map.entry("REGISTRAR_SETTINGS", WEBHOOK),
                Map.entry("HOSTING_CONNECTOR", "webhook"),
                Map.entry("HOSTING_SETTINGS", WEBHOOK),
                Map.entry("MAIL_CONNECTOR", "webhook"),
                Map.entry("MAIL_SETTINGS", WEBHOOK),
                Map.entry("CONSENT_FOR_HIGH_RISK", "true"),
                Map.entry("HOLD_HOURS", "24"),
                Map.entry("FOUR_EYES", "recall-gr-domain"),
                Map.entry("DELEGATION_CONNECTOR", "dns"),
                Map.entry("BANK_ACCOUNT_HOLDER", "Hoster AE"),
                Map.entry("BANK_ACCOUNT_IBAN", "GR1601101250000000012300695")));
        return Map.copyOf(all);
    }
}
