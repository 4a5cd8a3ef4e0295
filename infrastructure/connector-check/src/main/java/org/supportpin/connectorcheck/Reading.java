package org.supportpin.connectorcheck;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Watch.Request;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.backoffice.xml.XmlText;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The requests that certainly change nothing, by connector: a closed list of what each system documents as reading. */
final class Reading {

    private static final String EPP = "urn:ietf:params:xml:ns:epp-1.0";
    private static final String PLESK = "/enterprise/control/agent.php";
    private static final String WHMCS = "/includes/api.php";

    private static final Set<String> WEBHOOK_TYPES = Set.of(
            "billing.customer",
            "billing.findByAction",
            "billing.order",
            "billing.orders",
            "billing.product",
            "billing.products",
            "billing.service",
            "billing.services",
            "dns.zone",
            "hosting.findFix",
            "hosting.package",
            "hosting.packages",
            "mail.find",
            "registrar.contact",
            "registrar.contacts",
            "registrar.domain",
            "registrar.domains");

    /** RFC 5730 §2.9.1 and §2.9.2: the session, and what queries. */
    private static final Set<String> EPP_COMMANDS = Set.of("login", "logout", "check", "info");

    private static final Set<String> PLESK_OPERATIONS = Set.of(
            "customer/get",
            "dns/get",
            "dns/get_rec",
            "mail/get_info",
            "php-handler/get",
            "server/get",
            "site/get",
            "webspace/get");

    private static final Set<String> WHMCS_ACTIONS = Set.of(
            "GetClientsDetails",
            "GetClientsDomains",
            "GetClientsProducts",
            "GetInvoice",
            "GetInvoices",
            "GetOrders",
            "GetProducts");

    private static final Map<String, Predicate<Request>> BY_CONNECTOR = Map.of(
            "powerdns", Reading::isGet,
            "plesk", request -> isGet(request) || isOfPlesk(request) || isOfWhmcs(request),
            "epp", Reading::isOfEpp,
            "whmcs", Reading::isOfWhmcs,
            "webhook", Reading::isOfWebhook);

    private Reading() {}

    /** Nothing at all, for any other connector. */
    static Predicate<Request> of(String connector) {
        return BY_CONNECTOR.getOrDefault(connector, _ -> false);
    }

    private static boolean isGet(Request request) {
        return request.method().equals("GET") && request.content().bytes().length == 0;
    }

    private static boolean isOfWebhook(Request request) {
        return isPost(request, "")
                && json(request.content()) instanceof Json.Obj call
                && call.text("type").filter(WEBHOOK_TYPES::contains).isPresent();
    }

    /** A greeting is asked for, or one command without an extension. */
    private static boolean isOfEpp(Request request) {
        return isPost(request, "")
                && XmlText.read(request.content())
                        .filter(root -> Elements.is(root, EPP, "epp"))
                        .map(Reading::elements)
                        .filter(inside -> inside.size() == 1)
                        .map(List::getFirst)
                        .filter(inside -> Elements.is(inside, EPP, "hello")
                                || (Elements.is(inside, EPP, "command") && isReading(elements(inside))))
                        .isPresent();
    }

    private static boolean isReading(List<Element> command) {
        return command.size() == 2
                && EPP_COMMANDS.stream().anyMatch(name -> Elements.is(command.getFirst(), EPP, name))
                && Elements.is(command.getLast(), EPP, "clTRID");
    }

    private static boolean isOfPlesk(Request request) {
        if (isPost(request, "/api/v2/cli/ip_ban/call")) {
            return Json.object()
                    .put("params", Json.array(List.of("--banned"), Json::of))
                    .build()
                    .equals(json(request.content()));
        }
        return isPost(request, PLESK)
                && XmlText.read(request.content())
                        .filter(packet -> "packet".equals(packet.getLocalName()))
                        .map(Reading::elements)
                        .filter(operators ->
                                !operators.isEmpty() && operators.stream().allMatch(Reading::hasReadingOperations))
                        .isPresent();
    }

    private static boolean hasReadingOperations(Element operator) {
        var operations = elements(operator);
        return !operations.isEmpty()
                && operations.stream()
                        .allMatch(
                                each -> PLESK_OPERATIONS.contains(operator.getLocalName() + "/" + each.getLocalName()));
    }

    /** A form in which the action is named once and plainly, so that WHMCS, which reads forms as PHP does, cannot take it for another. */
    private static boolean isOfWhmcs(Request request) {
        if (!isPost(request, WHMCS)) {
            return false;
        }
        try {
            var actions = Arrays.stream(text(request.content()).split("&", -1))
                    .map(field -> field.split("=", 2))
                    .filter(field ->
                            decoded(field[0]).strip().toLowerCase(Locale.ROOT).startsWith("action"))
                    .map(field -> field.length == 2 ? decoded(field[0]) + "=" + decoded(field[1]) : "")
                    .toList();
            return actions.size() == 1
                    && WHMCS_ACTIONS.stream().map("action="::concat).anyMatch(actions.getFirst()::equals);
        } catch (IllegalArgumentException notAForm) {
            return false;
        }
    }

    private static boolean isPost(Request request, String path) {
        return request.method().equals("POST") && request.path().equals(path);
    }

    private static List<Element> elements(Element of) {
        var nodes = of.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    private static Json json(Content content) {
        return JsonText.readObject(content.bytes()).<Json>map(each -> each).orElse(Json.Null.NULL);
    }

    private static String text(Content content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
