package org.supportpin.functions.snapshot;

import java.util.List;

/** What each function rehearses: every route with its own path through the code, for a customer who has just activated the service. */
public enum Scenes {
    ACTIVATION("""
            PUT /v1/panel/mobile {"number":"+306912345679"}
            POST /v1/panel/mobile/confirmation {"code":"000000"}
            POST /v1/panel/support-pin/activation
            GET /v1/panel/notice-address
            PUT /v1/panel/notice-address {"email":"rehearsal@example.gr"}
            POST /v1/panel/notice-address/confirmation {"code":"000000"}
            DELETE /v1/panel/notice-address
            GET /v1/panel/policy
            PUT /v1/panel/policy {"telephone":"open","afterSms":"standard-only","actions":{}}
            DELETE /v1/panel/support-pin/activation"""),
    CURRENT_PIN("""
            GET /v1/panel/support-pin
            POST /v1/panel/support-pin/unlock
            POST /v1/panel/verification {"code":"000000"}
            DELETE /v1/panel/call"""),
    RECORD("""
            GET /v1/panel/activity
            GET /v1/panel/calls
            GET /v1/panel/export"""),
    ERASURE("""
            DELETE /v1/audit/customers/{customerId} {"note":"rehearsal"}"""),
    SMS("""
            POST /v1/panel/support-pin/sms
            POST /v1/agent/customers/{customerId}/sms {"callReference":"rehearsal"}
            POST /v1/agent/calls {"customerId":"<customer>","reason":"fault","object":"example.gr","callReference":"rehearsal"}
            DELETE /v1/agent/calls/{callId}"""),
    VERIFICATION("""
            POST /v1/agent/verifications {"customerId":"<customer>","pin":"000000","callReference":"rehearsal"}
            POST /v1/agent/verifications {"customerId":"<customer>","pin":"<pin>","callReference":"rehearsal"}
            DELETE /v1/agent/verifications/{verificationId}
            POST /v1/agent/verification-requests {"customerId":"<customer>","callReference":"rehearsal"}
            GET /v1/agent/verification-requests/{requestId}
            POST /v1/agent/verifications/{verificationId}/handover
            POST /v1/agent/handovers {"code":"0000","callReference":"rehearsal"}
            GET /v1/agent/suspensions
            DELETE /v1/agent/suspensions/{agentId} {"note":"rehearsal"}"""),

    /** Stops before the back office: the caller is not verified. */
    ACTION("""
            GET /v1/agent/actions
            POST /v1/agent/verifications/{verificationId}/actions {"action":"change-dns-records","parameters":\
            {"domain":"example.gr","changes":[{"op":"upsert","name":"www","type":"A","ttl":600,"records":["195.251.255.20"]}]}}
            GET /v1/agent/verifications/{verificationId}/actions/{actionId}
            POST /v1/agent/verifications/{verificationId}/actions/preview {"action":"recall-gr-domain","parameters":\
            {"domain":"example.gr"}}
            GET /v1/agent/verifications/{verificationId}/account
            POST /v1/agent/customers/{customerId}/stop {"callReference":"rehearsal"}"""),
    AUDIT("GET /v1/audit/customers/{customerId}/events"),

    /** The function ignores its event, so any will do. */
    RECOVERY("GET /"),

    /** As above. */
    OUTBOX("GET /");

    private final String requests;

    Scenes(String requests) {
        this.requests = requests;
    }

    /** Method, route as in template.yaml, and body; the rehearsal fills in the names. */
    List<String> requests() {
        return requests.lines().toList();
    }
}
