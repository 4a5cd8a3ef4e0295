package org.supportpin.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.testing.Trees;

/**
 * The add-on module in a small stand-in for WHMCS, which was written from WHMCS's public documentation for developers. The
 * client 1001 has an owner (user 1) and another user (2); administrators 7 and 10, who is German, take calls, 8 does not, 9 has been disabled.
 */
final class WhmcsSite implements AutoCloseable {

    private static final String STAND_IN = "infrastructure/browser/src/test/resources/org/supportpin/browser/whmcs";

    private final Path folder;
    private final WebServer server;
    private final ObjectNode settings;

    private WhmcsSite(Path folder, WebServer server, ObjectNode settings) {
        this.folder = folder;
        this.server = server;
        this.settings = settings;
    }

    /** Installs the module as integrations/README.md says, with settings that fit. */
    static WhmcsSite install(Stack stack, Path folder) throws IOException {
        var root = ProjectFiles.root();
        var web = folder.resolve("whmcs");
        copy(root.resolve(STAND_IN), web);
        copy(root.resolve("integrations/whmcs/modules"), web.resolve("modules"));
        var keys = stack.dataFolder();
        var settings = Trees.object()
                .put("SystemURL", "")
                .put("pages", stack.origin())
                .put("api", stack.origin() + "/")
                .put("endpoint", stack.origin() + "/v1/token")
                .put("panelClient", "panel")
                .put("panelKeyId", "panel-1")
                .put("panelKeyFile", keys.resolve("client-panel.pem").toString())
                .put("deskClient", "desk")
                .put("deskKeyId", "desk-1")
                .put("deskKeyFile", keys.resolve("client-desk.pem").toString())
                .put("agentRoles", "2, 5");
        var site = new WhmcsSite(folder, WebServer.php(web, Map.of("PHP_CLI_SERVER_WORKERS", "4")), settings);
        site.set("SystemURL", site.origin() + "/");
        return site;
    }

    /** As cp -r does. */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(file, target);
            }
        }
    }

    /** Changes one of the module's settings, or WHMCS's own SystemURL. */
    void set(String name, String value) throws IOException {
        settings.put(name, value);
        var all = Trees.object();
        var stored = all.putArray("tbladdonmodules");
        settings.properties()
                .forEach(each -> stored.addObject()
                        .put("module", "supportpin")
                        .put("setting", each.getKey())
                        .put("value", each.getValue().asText()));
        all.putArray("tblconfiguration")
                .addObject()
                .put("setting", "SystemURL")
                .set("value", settings.get("SystemURL"));
        var clients = all.putArray("tblclients");
        clients.addObject().put("id", 1001).put("owner", 1);
        clients.addObject().put("id", 1002).put("owner", 3);
        var admins = all.putArray("tbladmins");
        admin(admins.addObject(), 7, 2, "Νίκος <img src=x onerror=alert(1)>");
        admin(admins.addObject(), 8, 3, "Άννα");
        admin(admins.addObject(), 9, 2, "Πέτρος").put("disabled", 1);
        admin(admins.addObject(), 10, 2, "Petra").put("language", "german");
        var roles = all.putArray("tbladminroles");
        roles.addObject().put("id", 2);
        roles.addObject().put("id", 5);
        all.putArray("access").add(2).add(3);
        Files.writeString(folder.resolve("data.json"), all.toString());
    }

    private static ObjectNode admin(ObjectNode row, int id, int role, String name) {
        return row.put("id", id)
                .put("roleid", role)
                .put("username", "admin" + id)
                .put("firstname", name)
                .put("lastname", "Γεωργίου")
                .put("language", "greek")
                .put("disabled", 0);
    }

    String origin() {
        return server.origin();
    }

    /** The web root. */
    Path root() {
        return folder.resolve("whmcs");
    }

    String log() {
        return server.log();
    }

    /** Somebody who has signed in to the client area, without a browser. */
    Visitor user(int user, int client) {
        var visitor = new Visitor(origin());
        visitor.post("/login.php", "user=%d&client=%d".formatted(user, client));
        return visitor;
    }

    Visitor admin(int id) {
        var visitor = new Visitor(origin());
        visitor.post("/admin/login.php", "admin=" + id);
        return visitor;
    }

    @Override
    public void close() {
        server.close();
    }
}
