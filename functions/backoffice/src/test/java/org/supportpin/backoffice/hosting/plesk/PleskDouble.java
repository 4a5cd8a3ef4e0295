package org.supportpin.backoffice.hosting.plesk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.backoffice.testing.Trees;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.backoffice.xml.XmlText;
import org.w3c.dom.Element;

/**
 * A Plesk server with one subscription, by docs.plesk.com and by what others got from real ones (plesk/api-php-lib#55 and #188,
 * plesk/ext-route53). It knows a few operations, each with its elements in the documented order, and a few utilities; anything else is an
 * invalid packet (1014) or an unknown utility.
 */
public final class PleskDouble implements Function<Asked, Behaviour> {

    public static final String KEY = "canary-Secret/1";
    static final String OWNER = "7";

    /** Another customer. */
    static final String STRANGER = "8";

    /** The operations by their elements: names in the order of the schema, with children in brackets. */
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry(
                    "webspace/get",
                    "get\\(filter\\((id|name|owner-external-id)\\),dataset\\(gen_info(,hosting,limits,php-settings)?\\)\\)"),
            Map.entry(
                    "webspace/set",
                    "set\\(filter\\(id\\),values\\((hosting\\(vrt_hst\\(property\\(name,value\\)\\)\\))?,?"
                            + "(php-settings\\(setting\\(name,value\\)(,setting\\(name,value\\))*\\))?\\)\\)"),
            Map.entry("php-handler/get", "get\\(filter\\)"),
            Map.entry("customer/get", "get\\(filter\\(id\\),dataset\\(gen_info\\)\\)"),
            Map.entry("site/get", "get\\(filter\\((parent-id|name)\\),dataset\\(gen_info\\)\\)"),
            Map.entry("mail/get_info", "get_info\\(filter\\(site-id\\),mailbox,mailbox-usage\\)"),
            Map.entry("dns/get", "get\\(filter\\(site-id\\),soa\\)"),
            Map.entry("dns/get_rec", "get_rec\\(filter\\(site-id\\)\\)"),
            Map.entry("dns/add_rec", "add_rec\\(site-id,type,host,value(,opt)?\\)"),
            Map.entry("dns/del_rec", "del_rec\\(filter\\(id\\)\\)"));

    /** A mailbox, with sizes in bytes. */
    record Box(String name, long quota, long usage) {}

    final String id;
    final String name;
    String externalId = "1001";
    String handler = "plesk-php83-fpm";
    long mailboxQuota = 5120L << 20;
    /** The error of {@code webspace set}, which then does nothing: a code and a text. */
    @Nullable String refuses;

    /** How it says that nothing was found. */
    Nothing nothing = Nothing.EMPTY;

    enum Nothing {
        /** {@code <site><get/></site>}. */
        EMPTY,
        /** A result with nothing but the filter's value. */
        FILTER_ID
    }

    /** The operations of which it finds nothing: {@code webspace/get}. */
    final Set<String> findingNothing = new TreeSet<>();

    /** The error output of a changing utility, which then does nothing. */
    @Nullable String utilityRefuses;

    /** The owner's further subscriptions, each with its domain. */
    final Map<String, String> others = new TreeMap<>();

    /** Whether the list of an owner's subscriptions has another's too. */
    boolean leaks;

    final Map<String, String> settings = new TreeMap<>();
    final Map<String, String> sites = new TreeMap<>();
    final Map<String, List<Box>> boxes = new TreeMap<>();
    final List<String> bans = new ArrayList<>();
    final PleskZoneDouble dns = new PleskZoneDouble();

    PleskDouble(String id, String name) {
        this.id = id;
        this.name = name;
    }

    /** With the package 170 of customer 1001: two sites, two mailboxes, and what Fail2Ban has banned. */
    public static PleskDouble filled() {
        var plesk = new PleskDouble("170", "papadopoulou.gr");
        plesk.settings.putAll(Map.of(
                "memory_limit", "128m",
                "max_execution_time", "30",
                "display_errors", "Off",
                "date.timezone", "\"Europe/Athens\"",
                "open_basedir", "none"));
        plesk.sites.put("171", "nea.gr");
        plesk.boxes.put("170", new ArrayList<>(List.of(new Box("info", 1024L << 20, 903L << 20))));
        plesk.boxes.put("171", new ArrayList<>(List.of(new Box("sales", 2048L << 20, 310L << 20))));
        plesk.bans.addAll(List.of(
                "195.251.255.66 plesk-panel", "195.251.255.66 recidive", "2a02:587::1 plesk-postfix", "", "(none)"));
        return plesk;
    }

    /** Serves the package's zone too. */
    public PleskDouble withZone() {
        dns.zones.put(id, name);
        dns.hold(id, "NS", name + ".", "ns1.hoster.example.", "");
        dns.hold(id, "A", name + ".", "185.4.132.10", "");
        dns.hold(id, "TXT", name + ".", "v=spf1 mx -all", "");
        return this;
    }

    /** From now on, each owner's list has the packages of the others: 170 of customer 1001, and 999 of 1002. */
    public PleskDouble leaking() {
        leaks = true;
        return this;
    }

    /** Everything that is kept, as text, to be compared with what is kept later. */
    public String kept() {
        return String.join(
                "\n", handler, settings.toString(), boxes.toString(), bans.toString(), dns.records.toString());
    }

    @Override
    public Behaviour apply(Asked request) {
        if (request.path().equals("/enterprise/control/agent.php")) {
            return Behaviour.says(200, text(packet(request)));
        }
        return request.path().matches("/api/v2/cli/[a-z_]+/call") ? utility(request) : Behaviour.says(404, "");
    }

    private static String text(Content content) {
        return new String(content.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private Content packet(Asked request) {
        if (!request.method().equals("POST") || !request.header("Key").equals(KEY)) {
            return system("11003", "Secret key validation failed.");
        }
        var packet = XmlText.read(request.body());
        if (packet.isEmpty() || !packet.get().getAttribute("version").equals("1.6.9.1")) {
            return system("1005", "Protocol version not supported.");
        }
        var operators = Trees.elements(packet.get());
        if (operators.size() != 1) {
            return system("1014", "Parser error: Request is invalid.");
        }
        var operator = operators.getFirst();
        for (var operation : Trees.elements(operator)) {
            var allowed = OPERATIONS.get(operator.getLocalName() + "/" + operation.getLocalName());
            if (allowed == null || !shape(operation).matches(allowed)) {
                return system("1014", "Parser error: This element is not expected.");
            }
        }
        return answer(operator.getLocalName(), Trees.elements(operator));
    }

    private static String shape(Element element) {
        var inside = Trees.elements(element).stream().map(PleskDouble::shape).collect(Collectors.joining(","));
        return element.getLocalName() + (inside.isEmpty() ? "" : "(" + inside + ")");
    }

    private Content answer(String operator, List<Element> operations) {
        return document(packet -> packet.element(
                operator,
                inside -> operations.forEach(operation -> inside.element(operation.getLocalName(), results -> {
                    var called = operator + "/" + operation.getLocalName();
                    if (findingNothing.contains(called)) {
                        nothing(results);
                        return;
                    }
                    switch (called) {
                        case "webspace/get" -> subscriptions(results, operation);
                        case "webspace/set" -> set(results, operation);
                        case "php-handler/get" -> handlers(results);
                        case "customer/get" ->
                            one(
                                    results,
                                    text(operation, "id").equals(OWNER)
                                            || text(operation, "id").equals(STRANGER),
                                    result -> customer(result, text(operation, "id")));
                        case "site/get" -> sites(results, operation);
                        case "dns/get" -> dns.soa(results, operation);
                        case "dns/get_rec" -> {
                            if (!dns.records(results, operation)) {
                                nothing(results);
                            }
                        }
                        case "dns/add_rec" -> dns.add(results, operation);
                        case "dns/del_rec" -> dns.remove(results, operation);
                        default -> boxes(results, text(operation, "site-id"));
                    }
                }))));
    }

    private void subscriptions(XmlBuilder results, Element operation) {
        if (!has(operation, "owner-external-id")) {
            one(results, isThis(operation), result -> subscription(result, id, name, OWNER));
            return;
        }
        var isOwner = text(operation, "owner-external-id").equals(externalId);
        one(results, isOwner || leaks, result -> subscription(result, id, name, OWNER));
        if (isOwner) {
            others.forEach((other, domain) -> one(results, true, result -> subscription(result, other, domain, OWNER)));
        }
        if (leaks) {
            one(results, true, result -> subscription(result, "999", "allo.gr", STRANGER));
        }
    }

    private boolean isThis(Element operation) {
        return has(operation, "id")
                ? text(operation, "id").equals(id)
                : text(operation, "name").equals(name);
    }

    static boolean has(Element of, String descendant) {
        return of.getElementsByTagName(descendant).getLength() > 0;
    }

    static String text(Element of, String descendant) {
        return of.getElementsByTagName(descendant).item(0).getTextContent();
    }

    static void one(XmlBuilder results, boolean isThere, Consumer<XmlBuilder> data) {
        if (isThere) {
            results.element("result", result -> data.accept(result.text("status", "ok")));
        } else {
            error(results, "1013", "Object does not exist.");
        }
    }

    private void nothing(XmlBuilder results) {
        if (nothing == Nothing.FILTER_ID) {
            results.element("result", result -> result.text("status", "ok").text("filter-id", id));
        }
    }

    static void error(XmlBuilder results, String code, String text) {
        results.element(
                "result",
                result -> result.text("status", "error").text("errcode", code).text("errtext", text));
    }

    private void subscription(XmlBuilder result, String of, String domain, String owner) {
        result.text("filter-id", of)
                .text("id", of)
                .element(
                        "data",
                        data -> data.element(
                                        "gen_info",
                                        info -> info.text("cr_date", "2024-01-01")
                                                .text("name", domain)
                                                .text("ascii-name", domain)
                                                .text("status", "0")
                                                .text("real_size", "0")
                                                .text("owner-id", owner))
                                .element(
                                        "hosting",
                                        hosting -> hosting.element(
                                                "vrt_hst",
                                                host -> pair(
                                                        pair(host, "property", "ftp_login", "maria"),
                                                        "property",
                                                        "php_handler_id",
                                                        handler)))
                                .element("limits", limits -> {
                                    limits.text("overuse", "block");
                                    pair(limits, "limit", "disk_space", "-1");
                                    pair(limits, "limit", "mbox_quota", String.valueOf(mailboxQuota));
                                })
                                .element(
                                        "php-settings",
                                        list -> settings.forEach((key, value) -> pair(list, "setting", key, value))));
    }

    private static XmlBuilder pair(XmlBuilder list, String each, String key, String value) {
        return list.element(each, pair -> pair.text("name", key).text("value", value));
    }

    private void set(XmlBuilder results, Element operation) {
        if (!isThis(operation)) {
            error(results, "1013", "Object does not exist.");
            return;
        }
        if (refuses != null) {
            error(results, "1019", refuses);
            return;
        }
        pairs(operation, "property").forEach((_, value) -> handler = value);
        pairs(operation, "setting").forEach((key, value) -> {
            if (value.isEmpty()) {
                settings.remove(key);
            } else {
                settings.put(key, value);
            }
        });
        one(results, true, result -> result.text("filter-id", id).text("id", id));
    }

    private static Map<String, String> pairs(Element of, String each) {
        var pairs = new TreeMap<String, String>();
        var found = of.getElementsByTagName(each);
        for (int i = 0; i < found.getLength(); i++) {
            var pair = (Element) found.item(i);
            pairs.put(text(pair, "name"), text(pair, "value"));
        }
        return pairs;
    }

    private static void handlers(XmlBuilder results) {
        for (var version : List.of("8.2", "8.3", "8.4")) {
            for (var type : List.of("fpm", "fpm-dedicated", "fastcgi")) {
                handler(results, "plesk-php%s-%s".formatted(version.replace(".", ""), type), version, type, "enabled");
            }
        }
        handler(results, "a-custom-84", "8.4", "fpm", "enabled");
        handler(results, "plesk-php81-fpm", "8.1", "fpm", "disabled");
        handler(results, "plesk-php74-cgi", "7.4", "cgi", "enabled");
        handler(results, "module", "5", "module", "enabled");
    }

    private static void handler(XmlBuilder results, String handler, String version, String type, String status) {
        one(
                results,
                true,
                result -> result.text("id", handler)
                        .text("display-name", version)
                        .text("full-version", version + ".1")
                        .text("version", version)
                        .text("type", type)
                        .text("handler-status", status));
    }

    private void customer(XmlBuilder result, String owner) {
        result.text("filter-id", owner)
                .text("id", owner)
                .element(
                        "data",
                        data -> data.element(
                                "gen_info",
                                info -> info.text("pname", "Μαρία <&> Παπαδοπούλου")
                                        .text("login", "maria")
                                        .text("external-id", owner.equals(OWNER) ? externalId : "1002")));
    }

    private void sites(XmlBuilder results, Element operation) {
        if (has(operation, "name")) {
            var found = sites.entrySet().stream()
                    .filter(each -> each.getValue().equals(text(operation, "name")))
                    .findFirst();
            one(
                    results,
                    found.isPresent(),
                    result -> result.text("id", found.orElseThrow().getKey())
                            .element(
                                    "data",
                                    data -> data.element(
                                            "gen_info",
                                            info -> info.text(
                                                            "name",
                                                            found.orElseThrow().getValue())
                                                    .text("webspace-id", id))));
            return;
        }
        if (!text(operation, "parent-id").equals(id) || sites.isEmpty()) {
            nothing(results);
            return;
        }
        sites.forEach((site, domain) -> one(
                results,
                true,
                result -> result.text("filter-id", id)
                        .text("id", site)
                        .element(
                                "data",
                                data -> data.element(
                                        "gen_info",
                                        info -> info.text("name", domain).text("ascii-name", domain)))));
    }

    private void boxes(XmlBuilder results, String site) {
        Collection<Box> all = boxes.getOrDefault(site, List.of());
        if (all.isEmpty()) {
            nothing(results);
        }
        for (var box : all) {
            one(
                    results,
                    true,
                    result -> result.element(
                            "mailname",
                            mail -> mail.text("id", "1")
                                    .text("name", box.name())
                                    .element(
                                            "mailbox",
                                            in -> in.text("enabled", "true")
                                                    .text("quota", String.valueOf(box.quota()))
                                                    .text("usage", String.valueOf(box.usage())))));
        }
    }

    private Behaviour utility(Asked request) {
        if (!request.header("X-api-key").equals(KEY)) {
            return Behaviour.says(401, "{\"code\":401,\"message\":\"Authentication is required\"}");
        }
        var call = (Json.Obj) JsonText.readOwn(request.text());
        var params = ((Json.Arr) call.get("params").orElseThrow())
                .items().stream().map(each -> ((Json.Str) each).value()).toList();
        if (call.members().size() != 1) {
            return Behaviour.says(400, "");
        }
        return switch (request.path().split("/", -1)[4] + " " + params.getFirst()) {
            case "ip_ban --banned" -> ran(0, String.join("\n", bans) + "\n", "");
            case "ip_ban --unban" -> changed(() -> unban(params));
            case "mail --update" -> changed(() -> quota(params));
            default -> Behaviour.says(404, "");
        };
    }

    private Behaviour changed(java.util.function.BooleanSupplier change) {
        return Optional.ofNullable(utilityRefuses)
                .map(words -> ran(1, "", words))
                .orElseGet(() -> change.getAsBoolean() ? ran(0, "SUCCESS\n", "") : ran(1, "", "Wrong syntax"));
    }

    private boolean unban(List<String> params) {
        return params.size() == 2
                && List.of(params.get(1).split(";", -1)).stream().allMatch(ban -> bans.remove(ban.replace(",", " ")));
    }

    private boolean quota(List<String> params) {
        if (params.size() != 4
                || !params.get(2).equals("-mbox_quota")
                || !params.get(3).matches("[0-9]+M")) {
            return false;
        }
        var address = params.get(1).split("@", -1);
        var site = sites.entrySet().stream()
                .filter(each -> each.getValue().equals(address[1]))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
        var megabytes = Long.parseLong(params.get(3).replace("M", ""));
        boxes.computeIfPresent(
                site,
                (_, all) -> all.stream()
                        .map(box ->
                                box.name().equals(address[0]) ? new Box(box.name(), megabytes << 20, box.usage()) : box)
                        .toList());
        return true;
    }

    private static Behaviour ran(int code, String out, String err) {
        return Behaviour.says(
                200,
                JsonText.write(Json.object()
                        .put("code", code)
                        .put("stdout", out)
                        .put("stderr", err)
                        .build()));
    }

    static Content system(String code, String text) {
        return document(packet -> packet.element(
                "system",
                system -> system.text("status", "error").text("errcode", code).text("errtext", text)));
    }

    private static Content document(Consumer<XmlBuilder> inside) {
        return XmlBuilder.document(xml -> xml.element("packet", "version", "1.6.9.1", inside));
    }

    /** Whether a request changes something. */
    static boolean isChange(Asked request) {
        return request.text().contains("<set>")
                || request.text().contains("<add_rec>")
                || request.text().contains("<del_rec>")
                || request.text().contains("--unban")
                || request.text().contains("--update");
    }
}
