package org.supportpin.backoffice.billing.whmcs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;

/**
 * A WHMCS by its public documentation (developers.whmcs.com/api-reference), with net prices and 24 % VAT on its invoices.
 * It knows the documented actions and parameters that the connector needs, and keeps what they create. Any other request,
 * or a payment method other than bank transfer, is a {@linkplain #faults() fault}.
 */
public final class WhmcsServer {

    static final String IDENTIFIER = "identifier";

    /** The only payment method. */
    public static final String METHOD = "banktransfer";

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final BigDecimal VAT = new BigDecimal("1.24");
    private static final Set<String> ALWAYS = Set.of("action", "identifier", "secret", "accesskey", "responsetype");

    /** Each action's documented parameters; for {@code notes} and {@code ordernotes} see {@link Call}. */
    private static final Map<String, Set<String>> PARAMETERS = Map.ofEntries(
            Map.entry("GetProducts", Set.of("pid", "gid", "module")),
            Map.entry(
                    "GetClientsProducts",
                    Set.of("limitstart", "limitnum", "clientid", "serviceid", "pid", "domain", "username2")),
            Map.entry("GetClientsDomains", Set.of("limitstart", "limitnum", "clientid", "domainid", "domain")),
            Map.entry("GetClientsDetails", Set.of("clientid", "email", "stats")),
            Map.entry("GetOrders", Set.of("limitstart", "limitnum", "id", "userid", "requestor_id", "status")),
            Map.entry("GetInvoice", Set.of("invoiceid")),
            Map.entry("GetInvoices", Set.of("limitstart", "limitnum", "userid", "status")),
            Map.entry(
                    "AddOrder",
                    Set.of(
                            "clientid",
                            "paymentmethod",
                            "pid[]",
                            "domain[]",
                            "hostname[]",
                            "billingcycle[]",
                            "noinvoice",
                            "noinvoiceemail",
                            "noemail",
                            "notes")),
            Map.entry("GenInvoices", Set.of("noemails", "clientid", "serviceids[]", "domainids[]", "addonids[]")),
            Map.entry("UpdateInvoice", Set.of("invoiceid", "paymentmethod", "notes")),
            Map.entry("UpdateClientProduct", Set.of("serviceid", "notes")),
            Map.entry("SendEmail", Set.of("messagename", "id")),
            Map.entry(
                    "UpgradeProduct",
                    Set.of(
                            "serviceid",
                            "calconly",
                            "paymentmethod",
                            "type",
                            "newproductid",
                            "newproductbillingcycle",
                            "ordernotes")));

    /** A service in WHMCS. */
    record Service(
            long id,
            long client,
            long product,
            String cycle,
            String status,
            LocalDate nextDue,
            String amount,
            String name) {}

    /** A line of an invoice. */
    record Item(String type, long relates, String amount) {}

    /** An invoice in WHMCS. */
    record Invoice(
            long id,
            long client,
            LocalDate due,
            String status,
            String method,
            String notes,
            List<Item> items,
            BigDecimal credit) {

        /** What is left to pay: the client's credit is subtracted. */
        BigDecimal total() {
            return gross(items).subtract(credit);
        }

        private static BigDecimal gross(List<Item> items) {
            return items.stream()
                    .map(each -> new BigDecimal(each.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .multiply(VAT)
                    .setScale(2, RoundingMode.HALF_UP);
        }

        Invoice with(String otherMethod, String otherNotes) {
            return new Invoice(id, client, due, status, otherMethod, otherNotes, items, credit);
        }

        Invoice with(String otherStatus) {
            return new Invoice(id, client, due, otherStatus, method, notes, items, credit);
        }

        Invoice paid() {
            return with("Paid");
        }
    }

    /** An order in WHMCS. */
    record Order(
            long id, long client, long invoice, String notes, String type, String product, String name, String cycle) {}

    final Map<Long, Service> services = new TreeMap<>();
    final Map<Long, Invoice> invoices = new TreeMap<>();
    final Map<Long, Order> orders = new TreeMap<>();

    /** The admin notes of services; customers do not see them. */
    final Map<Long, String> serviceNotes = new TreeMap<>();

    /** The credit that WHMCS puts to a new invoice by itself. */
    BigDecimal credit = BigDecimal.ZERO;

    /** The mails about invoices: the invoice, and the payment method that it named. */
    final List<String> mails = new ArrayList<>();

    /** Orders of client 1001 as some module has left them, in the list after all others. */
    final List<Json> oddOrders = new ArrayList<>();

    /** Invoices of client 1001 by id, as {@code GetInvoice} and the list show them. */
    final Map<Long, Json.Obj> oddInvoices = new TreeMap<>();

    /** Services as some import has left them, in every list after all others. */
    final List<Json> oddServices = new ArrayList<>();

    /** The client of each domain. */
    final Map<String, Long> domains = new TreeMap<>();

    /** Whether lists hold everybody's things, whoever is asked for. */
    boolean ignoresClients;

    /** The language of each existing client, by id. */
    final Map<Long, String> clients = new TreeMap<>();

    /** Net prices per year, in {@link #currency}. */
    final Map<Long, String> products = new TreeMap<>(Map.of(1L, "36.00", 2L, "72.00"));

    /** The mail domain and the name of every client. */
    String mailDomain = "@example.gr";

    String fullName = "Μαρία Παπαδοπούλου";
    String currency = "EUR";
    String setupFee = "0.00";

    /** Whether this version keeps an order's notes. */
    boolean keepsNotes = true;

    /** The payment method of invoices that WHMCS creates by itself. */
    String usualMethod = "stripe";

    /** The most records on a page, whatever the request says. */
    int pageSize = 100;

    private final String secret;
    private final List<String> faults = new ArrayList<>();

    public WhmcsServer(String secret) {
        this.secret = secret;
        clients.put(1001L, "greek");
        clients.put(1002L, "");
    }

    /** Puts a service for a domain there. */
    public synchronized void addService(long client, String domain) {
        addService(client, domain, TODAY.plusYears(1));
    }

    /** The same, paid until then; returns its id. */
    public synchronized long addService(long client, String domain, LocalDate nextDue) {
        var id = 100L + services.size();
        clients.putIfAbsent(client, "");
        services.put(id, new Service(id, client, 1, "Annually", "Active", nextDue, "36.00", domain));
        return id;
    }

    /** Puts an unpaid order of a service there; returns its id. */
    public synchronized long addOrder(long client, String domain) {
        var id = 400L + orders.size();
        var invoice = invoice(client, METHOD, "", new Item("Hosting", 99, "36.00"));
        orders.put(id, new Order(id, client, invoice, "by hand", "product", "Hosting", domain, "Annually"));
        return id;
    }

    public synchronized void addDomain(long client, String domain) {
        clients.putIfAbsent(client, "");
        domains.put(domain, client);
    }

    /** From now on, every list holds everybody's things. */
    public synchronized void ignoreClients() {
        ignoresClients = true;
    }

    /** Everything that is kept, as text, to be compared with what is kept later. */
    public synchronized String kept() {
        return String.join(
                "\n", List.of(services.toString(), invoices.toString(), orders.toString(), mails.toString()));
    }

    /** The requests that no caller may make. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** The form's decoded fields in order; a repeated name is a fault. */
    static Map<String, String> form(Asked request) {
        var form = new LinkedHashMap<String, String>();
        for (var field : request.text().split("&", -1)) {
            var parts = field.split("=", -1);
            if (parts.length != 2
                    || form.put(
                                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8))
                            != null) {
                throw new IllegalArgumentException("not a form of single fields: " + field);
            }
        }
        return form;
    }

    public synchronized Behaviour answer(Asked request) {
        if (!request.method().equals("POST") || !request.path().equals("/includes/api.php")) {
            faults.add(request.method() + " " + request.path());
        }
        var form = form(request);
        if (!form.getOrDefault("secret", "").equals(secret) || !form.containsKey("identifier")) {
            return Behaviour.says(403, "{\"result\":\"error\",\"message\":\"Authentication Failed\"}");
        }
        judge(form);
        return Behaviour.says(200, JsonText.write(says(form).build()));
    }

    private void judge(Map<String, String> form) {
        var action = form.getOrDefault("action", "");
        var known = PARAMETERS.getOrDefault(action, Set.of());
        if (known.isEmpty()) {
            faults.add("an action that is not needed: " + action);
        }
        form.keySet().stream()
                .map(name -> name.replaceAll("\\[0]$", "[]"))
                .filter(name -> !known.contains(name) && !ALWAYS.contains(name))
                .forEach(name -> faults.add(action + " has no parameter " + name));
        if (known.contains("paymentmethod")
                && !form.getOrDefault("paymentmethod", "none").equals(METHOD)) {
            faults.add(action + " by another payment method");
        }
        if (!form.getOrDefault("responsetype", "").equals("json")) {
            faults.add(action + " without JSON");
        }
    }

    private Json.Builder says(Map<String, String> form) {
        return switch (form.getOrDefault("action", "")) {
            case "GetProducts" ->
                form.containsKey("pid")
                        ? products(List.of(number(form, "pid")))
                        : products(List.copyOf(products.keySet()));
            case "GetClientsProducts" ->
                form.containsKey("domain")
                        ? getServices(form.getOrDefault("domain", ""))
                        : form.containsKey("clientid") ? listServices(form) : getService(number(form, "serviceid"));
            case "GetClientsDomains" -> listDomains(form);
            case "GetClientsDetails" -> getClient(number(form, "clientid"));
            case "GetOrders" -> getOrders(form);
            case "GetInvoice" -> getInvoice(number(form, "invoiceid"));
            case "GetInvoices" -> getInvoices(form);
            case "AddOrder" -> addOrder(form);
            case "GenInvoices" -> genInvoices(form);
            case "UpdateClientProduct" -> {
                serviceNotes.put(number(form, "serviceid"), form.getOrDefault("notes", ""));
                yield success().put("serviceid", number(form, "serviceid"));
            }
            case "SendEmail" -> sendEmail(form);
            case "UpdateInvoice" -> updateInvoice(form);
            case "UpgradeProduct" -> upgradeProduct(form);
            default -> error("Command Not Found");
        };
    }

    private Json.Builder products(List<Long> ids) {
        var found =
                ids.stream().filter(products::containsKey).map(this::product).toList();
        return success().put("totalresults", found.size()).put("products", wrapped("product", found));
    }

    private Json product(long id) {
        var price = products.getOrDefault(id, "");
        var pricing =
                Json.object().put("prefix", "€").put("suffix", " " + currency).put("asetupfee", setupFee);
        for (var cycle : List.of("monthly", "quarterly", "semiannually", "biennially", "triennially")) {
            pricing.put(cycle, "-1.00");
        }
        return Json.object()
                .put("pid", id)
                .put("gid", 1)
                .put("type", id == 3 ? "server" : "hostingaccount")
                .put("name", name(id))
                .put("paytype", "recurring")
                .put(
                        "pricing",
                        Json.object()
                                .put(currency, pricing.put("annually", price).build())
                                .build())
                .build();
    }

    static String name(long product) {
        return "Φιλοξενία " + product;
    }

    private Json.Builder getService(long id) {
        var service = services.get(id);
        var answer = success().put("clientid", Json.Null.NULL).put("serviceid", Long.toString(id));
        if (service == null) {
            return answer.put("totalresults", "0").put("products", wrapped("product", List.of()));
        }
        return answer.put("totalresults", "1").put("products", wrapped("product", List.of(json(service))));
    }

    private Json json(Service service) {
        return Json.object()
                .put("id", Long.toString(service.id()))
                .put("clientid", Long.toString(service.client()))
                .put("pid", Long.toString(service.product()))
                .put("domain", service.name())
                .put("firstpaymentamount", service.amount())
                .put("recurringamount", service.amount())
                .put("paymentmethod", usualMethod)
                .put("billingcycle", service.cycle())
                .put("nextduedate", service.nextDue().toString())
                .put("status", service.status())
                .put("notes", serviceNotes.getOrDefault(service.id(), ""))
                .build();
    }

    private Json.Builder listServices(Map<String, String> form) {
        var all = new ArrayList<Json>(services.values().stream()
                .filter(each -> isAskedFor(form, each.client()))
                .map(this::json)
                .toList());
        all.addAll(oddServices);
        return page(form, "products", "product", all);
    }

    private Json.Builder listDomains(Map<String, String> form) {
        return page(
                form,
                "domains",
                "domain",
                domains.entrySet().stream()
                        .filter(each -> isAskedFor(form, each.getValue()))
                        .map(each -> Json.object()
                                .put("id", 1)
                                .put("userid", each.getValue())
                                .put("domainname", each.getKey())
                                .put("registrar", "enom")
                                .put("status", each.getKey().startsWith("gone") ? "Transferred Away" : "Active")
                                .build())
                        .toList());
    }

    private boolean isAskedFor(Map<String, String> form, long client) {
        return ignoresClients || client == number(form, "clientid") || client == number(form, "userid");
    }

    private Json.Builder getServices(String domain) {
        var found = services.values().stream()
                .filter(each -> each.name().equals(domain))
                .<Json>map(each -> Json.object()
                        .put("id", each.id())
                        .put("clientid", Long.toString(each.client()))
                        .build())
                .toList();
        return success().put("totalresults", found.size()).put("products", wrapped("product", found));
    }

    /** The UUID of a client. */
    public static String uuid(long client) {
        return "f08ea4d1-c578-441a-9b0a-%012d".formatted(client);
    }

    private Json.Builder getClient(long id) {
        var language = clients.get(id);
        return language == null
                ? error("Client Not Found")
                : success()
                        .put(
                                "client",
                                Json.object()
                                        .put("id", id)
                                        .put("uuid", uuid(id))
                                        .put("fullname", fullName)
                                        .put("email", "client" + id + mailDomain)
                                        .put("language", language)
                                        .put("currency_code", currency)
                                        .build());
    }

    private Json.Builder getOrders(Map<String, String> form) {
        Predicate<Order> wanted = form.containsKey("id")
                ? order -> order.id() == number(form, "id")
                : order -> isAskedFor(form, order.client());
        var all = new ArrayList<Json>(
                orders.values().stream().filter(wanted).map(this::json).toList());
        if (number(form, "userid") == 1001) {
            all.addAll(oddOrders);
        }
        return page(form, "orders", "order", all);
    }

    private Json json(Order order) {
        var invoice = invoices.get(order.invoice());
        var line = Json.object()
                .put("type", order.type())
                .put("relid", 1)
                .put("product", order.product())
                .put("domain", order.name())
                .put("billingcycle", order.cycle())
                .put("status", "Pending")
                .build();
        return Json.object()
                .put("id", order.id())
                .put("userid", order.client())
                .put("contactid", 0)
                .put("invoiceid", order.invoice())
                .put("status", "Pending")
                .put("paymentmethod", METHOD)
                .put("paymentstatus", invoice == null ? "" : invoice.status())
                .put("amount", "44.64")
                .put("notes", order.notes())
                .put("lineitems", wrapped("lineitem", List.of(line)))
                .build();
    }

    private Json.Builder getInvoice(long id) {
        var odd = oddInvoices.get(id);
        if (odd != null) {
            return success().putAll(odd);
        }
        var invoice = invoices.get(id);
        if (invoice == null) {
            return error("Invoice ID Not Found");
        }
        var items = invoice.items().stream()
                .<Json>map(each -> Json.object()
                        .put("id", "1")
                        .put("type", each.type())
                        .put("relid", Long.toString(each.relates()))
                        .put("description", "…")
                        .put("amount", each.amount())
                        .build())
                .toList();
        return success()
                .put("invoiceid", Long.toString(id))
                .put("userid", Long.toString(invoice.client()))
                .put("duedate", invoice.due().toString())
                .put("credit", invoice.credit().toPlainString())
                .put("total", invoice.total().toPlainString())
                .put("status", invoice.status())
                .put("paymentmethod", invoice.method())
                .put("notes", invoice.notes())
                .put("items", wrapped("item", items));
    }

    private Json.Builder getInvoices(Map<String, String> form) {
        var all = new ArrayList<Json>(invoices.values().stream()
                .filter(each -> isAskedFor(form, each.client()))
                .<Json>map(each -> Json.object()
                        .put("id", Long.toString(each.id()))
                        .put("userid", Long.toString(each.client()))
                        .put("status", each.status())
                        .put("notes", each.notes())
                        .build())
                .toList());
        if (number(form, "userid") == 1001) {
            all.addAll(oddInvoices.values());
        }
        return page(form, "invoices", "invoice", all);
    }

    private Json.Builder addOrder(Map<String, String> form) {
        var client = number(form, "clientid");
        if (!clients.containsKey(client)) {
            return error("Client ID Not Found");
        }
        var product = number(form, "pid[0]");
        var price = products.get(product);
        if (price == null || !form.getOrDefault("billingcycle[0]", "").equals("annually")) {
            return error("No items added to cart so order cannot proceed");
        }
        var service = 100L + services.size();
        var name = form.getOrDefault("hostname[0]", form.getOrDefault("domain[0]", ""));
        services.put(service, new Service(service, client, product, "Annually", "Pending", TODAY, price, name));
        var invoice = invoice(client, METHOD, "", new Item("Hosting", service, price));
        return made(client, invoice, form.getOrDefault("notes", ""), "product", name(product), name);
    }

    private Json.Builder made(long client, long invoice, String notes, String type, String product, String name) {
        var order = 500L + orders.size();
        orders.put(order, new Order(order, client, invoice, keepsNotes ? notes : "", type, product, name, "Annually"));
        return success().put("orderid", order).put("invoiceid", invoice);
    }

    long invoice(long client, String method, String notes, Item item) {
        var id = 900L + invoices.size();
        var part = credit.min(Invoice.gross(List.of(item)));
        var made = new Invoice(id, client, TODAY.plusDays(7), "Unpaid", method, notes, List.of(item), part);
        invoices.put(id, made.total().signum() == 0 ? made.paid() : made);
        return id;
    }

    /** Only for services that are active or pending. The invoice's id is named only where the request names its client. */
    private Json.Builder genInvoices(Map<String, String> form) {
        var id = number(form, "serviceids[0]");
        var client = number(form, "clientid");
        if (client != 0 && !clients.containsKey(client)) {
            return error("Client ID Not Found");
        }
        var service = services.get(id);
        if (service == null
                || (client != 0 && client != service.client())
                || !Set.of("Active", "Pending").contains(service.status())
                || isOpen("Hosting", id)) {
            return success().put("numcreated", "0");
        }
        var made = invoice(service.client(), usualMethod, "", new Item("Hosting", id, service.amount()));
        if (!form.getOrDefault("noemails", "0").equals("1")) {
            mails.add(made + " " + usualMethod);
        }
        var answer = success().put("numcreated", "1");
        return client == 0 ? answer : answer.put("latestinvoiceid", Long.toString(made));
    }

    private Json.Builder sendEmail(Map<String, String> form) {
        var invoice = invoices.get(number(form, "id"));
        if (invoice == null || !form.getOrDefault("messagename", "").equals("Invoice Created")) {
            return error("Email Template Not Found");
        }
        mails.add(invoice.id() + " " + invoice.method());
        return success();
    }

    private boolean isOpen(String type, long service) {
        return invoices.values().stream()
                .filter(each -> each.status().equals("Unpaid"))
                .flatMap(each -> each.items().stream())
                .anyMatch(each -> each.type().equals(type) && each.relates() == service);
    }

    private Json.Builder updateInvoice(Map<String, String> form) {
        var id = number(form, "invoiceid");
        var invoice = invoices.get(id);
        if (invoice == null) {
            return error("Invoice ID Not Found");
        }
        invoices.put(
                id, invoice.with(form.getOrDefault("paymentmethod", ""), form.getOrDefault("notes", invoice.notes())));
        return success().put("invoiceid", Long.toString(id));
    }

    private Json.Builder upgradeProduct(Map<String, String> form) {
        var id = number(form, "serviceid");
        var service = services.get(id);
        var to = products.get(number(form, "newproductid"));
        if (service == null || to == null) {
            return error("Service ID Not Found");
        }
        var isOpen = isOpen("Upgrade", id);
        var price = new BigDecimal(to)
                .subtract(new BigDecimal(service.amount()))
                .multiply(new BigDecimal("0.5"))
                .setScale(2, RoundingMode.HALF_UP);
        if (form.getOrDefault("calconly", "").equals("1")) {
            return success()
                    .put("oldproductid", Long.toString(service.product()))
                    .put("price", "€" + price.toPlainString().replace('.', ',') + " EUR")
                    .put("upgradeinprogress", isOpen ? 1 : 0);
        }
        if (isOpen) {
            return error("Unable to accept upgrade order. Previous upgrade invoice for service is still unpaid.");
        }
        var invoice = invoice(service.client(), METHOD, "", new Item("Upgrade", id, price.toPlainString()));
        return made(service.client(), invoice, form.getOrDefault("ordernotes", ""), "upgrade", "", service.name())
                .put("price", "€" + price + " EUR");
    }

    private Json.Builder page(Map<String, String> form, String outer, String inner, List<? extends Json> all) {
        var start = Integer.parseInt(form.getOrDefault("limitstart", "0"));
        var most = Math.min(pageSize, Integer.parseInt(form.getOrDefault("limitnum", "25")));
        var some = all.stream().skip(start).limit(most).toList();
        return success()
                .put("totalresults", all.size())
                .put("startnumber", start)
                .put("numreturned", some.size())
                .put(outer, some.isEmpty() ? new Json.Arr(List.of()) : wrapped(inner, some));
    }

    private static Json wrapped(String name, List<? extends Json> items) {
        return Json.object().put(name, new Json.Arr(List.copyOf(items))).build();
    }

    private static Json.Builder success() {
        return Json.object().put("result", "success");
    }

    private static Json.Builder error(String message) {
        return Json.object().put("result", "error").put("message", message);
    }

    private static long number(Map<String, String> form, String name) {
        return Long.parseLong(form.getOrDefault(name, "0"));
    }
}
