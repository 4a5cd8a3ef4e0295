package org.supportpin.functions.snapshot;

import java.util.List;
import org.supportpin.functions.snapshot.Scenes.Scene;

/** What each function rehearses: every route that has a path of its own through it. */
public final class Scenes {
    /** From a customer of whom nothing is known, to one who has the service no more. */
    public static final Scenes ACTIVATION = new Scenes(
            false,
            Scene.panel("PUT /v1/panel/mobile", "{\"number\":\"" + Cast.NUMBER + "\"}"),
            Scene.panel("POST /v1/panel/mobile/confirmation", "{\"code\":\"{code}\"}"),
            Scene.panel("POST /v1/panel/support-pin/activation", ""),
            Scene.panel("DELETE /v1/panel/support-pin/activation", ""));

    public static final Scenes CURRENT_PIN = new Scenes(
            true,
            Scene.panel("GET /v1/panel/support-pin", ""),
            Scene.panel("GET /v1/panel/activity", ""),
            Scene.panel("POST /v1/panel/support-pin/unlock", ""));

    public static final Scenes SMS = new Scenes(
            true,
            Scene.panel("POST /v1/panel/support-pin/sms", ""),
            Scene.staff(
                    "POST /v1/agent/customers/{customerId}/sms", "pin:verify", "{\"callReference\":\"rehearsal\"}"));

    public static final Scenes VERIFICATION = new Scenes(
            true,
            Scene.staff(
                    "POST /v1/agent/verifications",
                    "pin:verify",
                    "{\"customerId\":\"{customer}\",\"pin\":\"{wrong}\",\"callReference\":\"rehearsal\"}"),
            Scene.staff(
                    "POST /v1/agent/verifications",
                    "pin:verify",
                    "{\"customerId\":\"{customer}\",\"pin\":\"{pin}\",\"callReference\":\"rehearsal\"}"),
            Scene.staff("DELETE /v1/agent/verifications/{verificationId}", "pin:verify", ""));

    /** As far as the company's systems, and no further: no verification of the rehearsal's runs. */
    public static final Scenes ACTION = new Scenes(
            true,
            Scene.staff("GET /v1/agent/actions", "action:execute", ""),
            Scene.staff(
                    "POST /v1/agent/verifications/{verificationId}/actions",
                    "action:execute",
                    "{\"action\":\"change-dns-records\",\"parameters\":{\"domain\":\"example.gr\",\"changes\":"
                            + "[{\"op\":\"upsert\",\"name\":\"www\",\"type\":\"A\",\"ttl\":600,\"records\":[\"195.251.255.20\"]}]}}"),
            Scene.staff("GET /v1/agent/verifications/{verificationId}/actions/{actionId}", "action:execute", ""));

    public static final Scenes AUDIT =
            new Scenes(true, Scene.staff("GET /v1/audit/customers/{customerId}/events", "audit:read", ""));

    /** The schedule's event says nothing, so any will do. */
    public static final Scenes RECOVERY = new Scenes(false, Scene.panel("", ""));

    private final boolean active;
    private final List<Scene> all;

    private Scenes(boolean active, Scene... all) {
        this.active = active;
        this.all = List.of(all);
    }

    /** Whether the customer has the service when a round begins. */
    boolean active() {
        return active;
    }

    List<Scene> all() {
        return all;
    }

    /**
     * One request.
     *
     * @param route method and template, as in template.yaml
     * @param body with names for the {@link Cast} to fill in
     */
    record Scene(String route, boolean isPanels, String scope, String body) {

        static Scene panel(String route, String body) {
            return new Scene(route, true, "pin:self", body);
        }

        static Scene staff(String route, String scope, String body) {
            return new Scene(route, false, scope, body);
        }
    }
}
