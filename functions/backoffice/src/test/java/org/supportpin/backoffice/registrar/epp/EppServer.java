package org.supportpin.backoffice.registrar.epp;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.backoffice.testing.Trees;
import org.supportpin.backoffice.xml.XmlText;
import org.w3c.dom.Element;

/**
 * A registry that follows EPP (RFC 5730 to 5733) to the letter: a command with another element, order, namespace or content than in its
 * schema gets 2001, and one without a session 2002. It has the policies of the registry of .gr: one media type, empty authorization codes,
 * its form of ids and of hosts' names, and other registrars' contacts that it does not show.
 */
public final class EppServer {

    /** For {@link #instead}: refused, with the reason in the registry's extension of that object. */
    static final int WITH_COMMENT = 1;

    /** The one domain, of customer 1001. */
    public static final String NAME = "παπαδοπούλου.gr";

    static final String PROTOCOL = "66155";

    /** The only media type that the registry accepts. */
    static final String MEDIA_TYPE = "application/epp+xml;charset=UTF-8";

    /** The contents of each element in the order of the schemas; {@code ?} is optional, {@code *} may be repeated, {@code #} is text. */
    private static final Map<String, String> SCHEMA = Map.ofEntries(
            Map.entry("login", "clID pw options svcs"),
            Map.entry("options", "version lang"),
            Map.entry("svcs", "objURI* svcExtension?"),
            Map.entry("svcExtension", "extURI*"),
            Map.entry("domain:info", "name"),
            Map.entry("domain:update", "name add? rem?"),
            Map.entry("domain:add", "ns? contact*"),
            Map.entry("domain:rem", "ns? contact*"),
            Map.entry("domain:ns", "hostObj*"),
            Map.entry("domain:delete", "name"),
            Map.entry("extdomain:delete", "protocol op"),
            Map.entry("host:info", "name"),
            Map.entry("host:create", "name addr*"),
            Map.entry("host:update", "name add? rem?"),
            Map.entry("host:add", "addr*"),
            Map.entry("host:rem", "addr*"),
            Map.entry("contact:info", "id"),
            Map.entry("contact:create", "id postalInfo* voice email authInfo"),
            Map.entry("contact:postalInfo", "name addr"),
            Map.entry("contact:addr", "street city sp pc cc"),
            Map.entry("contact:authInfo", "pw"));

    private static final Map<String, String> PREFIXES = Map.of(
            Eppns.EPP,
            "",
            Eppns.DOMAIN,
            "domain:",
            Eppns.HOST,
            "host:",
            Eppns.CONTACT,
            "contact:",
            Eppns.EXT_DOMAIN,
            "extdomain:");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SXXX", Locale.ROOT);

    private final String password;
    private final AtomicInteger sessions = new AtomicInteger();

    String status = "ok";
    /** The regulator's statuses, in the registry's extension. */
    final List<String> regulator = new ArrayList<>();
    /** The form of the name under which the registration is kept; the bundle lists the others. */
    String registered = NAME;
    /** The active forms of the name, if there are several. */
    List<String> bundle = List.of();
    /** Contacts that another registrar has. */
    final List<String> foreign = new ArrayList<>();
    /** Extensions that the greeting offers; the registry's guide shows none. */
    List<String> offered = List.of();
    /** The extensions that the last login named. */
    List<String> chosen = List.of();
    /** What the domain's info has in its extension. */
    String extension = "";

    private OffsetDateTime created = OffsetDateTime.parse("2026-11-20T12:00+02:00");
    String protocol = PROTOCOL;
    boolean isThere = true;
    final List<String> administrators = new ArrayList<>(List.of("reg_c1001"));
    final List<String> servers = new ArrayList<>(List.of("ns1.hoster.gr", "ns2.hoster.gr"));
    final Map<String, List<String>> hosts = new TreeMap<>();
    final Map<String, String> contacts = new LinkedHashMap<>();
    final List<String> commands = new ArrayList<>();
    /** The open sessions; a test may remove one. */
    final List<String> open = new ArrayList<>();
    /** The result code for a changing command, which is then not carried out; 0 to carry it out. */
    Function<String, Integer> instead = _ -> 0;
    /** The delay of each request. */
    Duration latency = Duration.ZERO;
    /** The most requests at the same time. */
    final AtomicInteger mostAtATime = new AtomicInteger();

    private final AtomicInteger underWay = new AtomicInteger();
    private final List<Runnable> waiting = new ArrayList<>();

    public EppServer(String password) {
        this.password = password;
        contacts.put("reg_c1001", contact("Μαρία Παπαδοπούλου", "maria@example.gr", "+30.6912345678"));
        contacts.put("reg_c1002", contact("Γιάννης", "giannis@example.gr", "+30.6987654321"));
    }

    private static String contact(String name, String email, String voice) {
        return "<contact:postalInfo type=\"loc\"><contact:name>%s</contact:name></contact:postalInfo><contact:voice>%s</contact:voice><contact:email>%s</contact:email>"
                .formatted(name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), voice, email);
    }

    /** When the domain was registered, for two years. */
    public synchronized void registeredAt(Instant time) {
        created = time.atOffset(ZoneOffset.ofHours(2));
    }

    /** Everything that is kept, as text, to be compared with what is kept later. */
    public synchronized String kept() {
        return String.join(
                "\n", Boolean.toString(isThere), servers.toString(), administrators.toString(), hosts.toString());
    }

    public Behaviour answer(Asked request) {
        mostAtATime.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            LockSupport.parkNanos(latency.toNanos());
            return answerNow(request);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private synchronized Behaviour answerNow(Asked request) {
        if (!request.method().equals("POST") || !request.header("Content-type").equals(MEDIA_TYPE)) {
            return Behaviour.says(415, "");
        }
        var root = XmlText.read(request.body()).orElse(null);
        if (root == null || !full(root).equals("epp") || Trees.elements(root).size() != 1) {
            return xml(result("", 2001, ""), null);
        }
        var inside = Trees.elements(root).getFirst();
        if (full(inside).equals("hello")) {
            return xml(
                    "<greeting><svID>.gr and .ελ ccTLD EPP Service</svID><svcMenu><version>1.0</version>%s</svcMenu></greeting>"
                            .formatted(svcExtension(offered)),
                    "JSESSIONID=s" + sessions.incrementAndGet());
        }
        return xml(command(inside, request.header("Cookie")), null);
    }

    private static String svcExtension(List<String> uris) {
        return uris.isEmpty()
                ? ""
                : "<svcExtension>"
                        + String.join(
                                "",
                                uris.stream()
                                        .map("<extURI>%s</extURI>"::formatted)
                                        .toList()) + "</svcExtension>";
    }

    private static Behaviour xml(String inside, @org.jspecify.annotations.Nullable String cookie) {
        var body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><epp xmlns=\"" + Eppns.EPP + "\">" + inside + "</epp>";
        return new Behaviour.Says(
                200,
                cookie == null ? Map.of() : Map.of("Set-Cookie", cookie + "; Path=/epp; HttpOnly; Secure"),
                Content.of(body));
    }

    private String command(Element command, String cookie) {
        var parts = Trees.elements(command);
        var transaction = parts.isEmpty() ? "" : text(parts.getLast());
        var extended = parts.size() == 3 && full(parts.get(1)).equals("extension");
        if (!full(command).equals("command")
                || !(parts.size() == 2 || extended)
                || !full(parts.getLast()).equals("clTRID")
                || !transaction.matches("[!-~]{3,64}")) {
            return result(transaction, 2001, "");
        }
        var first = parts.getFirst();
        if (full(first).equals("login")) {
            return login(first, cookie, transaction);
        }
        if (!open.contains(cookie)) {
            return result(transaction, 2002, "");
        }
        if (full(first).equals("logout") && Trees.elements(first).isEmpty() && !extended) {
            open.remove(cookie);
            return result(transaction, 1500, "");
        }
        var object =
                Trees.elements(first).isEmpty() ? first : Trees.elements(first).getFirst();
        var name = full(object);
        if (!name.endsWith(":" + full(first)) || !fits(object)) {
            return result(transaction, 2001, "");
        }
        commands.add(name);
        if (extended && !name.equals("domain:delete")) {
            return result(transaction, 2103, "");
        }
        var extension = extended ? Trees.elements(parts.get(1)).getFirst() : null;
        int other = name.endsWith(":info") ? 0 : instead.apply(name);
        if (other == WITH_COMMENT) {
            return result(transaction, 2306, comment("ext" + name.substring(0, name.indexOf(':')), "Δεν επιτρέπεται."));
        }
        if (other == 1001) {
            status = name.equals("domain:delete") ? "pendingDelete" : "pendingUpdate";
            waiting.add(() -> carryOut(name, object, extension, transaction));
        }
        return other == 0 ? carryOut(name, object, extension, transaction) : result(transaction, other, "");
    }

    /** Decides on what was answered with 1001. */
    synchronized void decide(boolean isDone) {
        if (isDone) {
            waiting.forEach(Runnable::run);
        }
        waiting.clear();
        status = "ok";
    }

    private String login(Element login, String cookie, String transaction) {
        var isRight = fits(login)
                && text(only(login, "clID")).equals("registrar")
                && texts(only(login, "svcs"), "objURI").equals(List.of(Eppns.CONTACT, Eppns.DOMAIN, Eppns.HOST));
        if (!isRight) {
            return result(transaction, 2001, "");
        }
        var extensions = new ArrayList<String>();
        each(only(login, "svcs"), "svcExtension", each -> extensions.addAll(texts(each, "extURI")));
        if (!offered.containsAll(extensions)) {
            return result(transaction, 2103, "");
        }
        chosen = extensions;
        if (!text(only(login, "pw")).equals(password) || cookie.isEmpty()) {
            return result(transaction, 2200, "");
        }
        open.add(cookie);
        commands.add("login");
        return result(transaction, 1000, "");
    }

    private String carryOut(
            String name, Element object, @org.jspecify.annotations.Nullable Element extension, String transaction) {
        return switch (name) {
            case "domain:info" -> domainInfo(text(Trees.elements(object).getFirst()), transaction);
            case "domain:update" -> domainUpdate(object, transaction);
            case "domain:delete" -> {
                var isRecall = extension != null
                        && full(extension).equals("extdomain:delete")
                        && fits(extension)
                        && text(only(object, "name")).equals(registered)
                        && text(only(extension, "protocol")).equals(protocol)
                        && text(only(extension, "op")).equals("recallApplication");
                isThere = isThere && !isRecall;
                yield result(transaction, isRecall ? 1000 : 2306, "");
            }
            case "host:info" -> hostInfo(text(Trees.elements(object).getFirst()), transaction);
            case "host:create" -> {
                if (!isHostName(text(only(object, "name")))) {
                    yield result(transaction, 2005, comment("exthost", "Μη έγκυρο όνομα εξυπηρετητή."));
                }
                var isNew = hosts.putIfAbsent(text(only(object, "name")), texts(object, "addr")) == null;
                yield result(transaction, isNew ? 1000 : 2302, "");
            }
            case "host:update" -> {
                var addresses = new ArrayList<>(hosts.getOrDefault(text(only(object, "name")), List.of()));
                each(object, "rem", rem -> addresses.removeAll(texts(rem, "addr")));
                each(object, "add", add -> addresses.addAll(texts(add, "addr")));
                hosts.put(text(only(object, "name")), addresses);
                yield result(transaction, 1000, "");
            }
            case "contact:info" -> contactInfo(text(Trees.elements(object).getFirst()), transaction);
            case "contact:create" -> contactCreate(object, transaction);
            default -> result(transaction, 2101, "");
        };
    }

    /** The registry wants A-labels or plain letters outside .gr and .ελ, and its own names in Unicode. */
    private static boolean isHostName(String name) {
        return (name.endsWith(".gr") || name.endsWith(".ελ")) ? !name.contains("--") : name.matches("[a-z0-9.-]+");
    }

    private String contactCreate(Element create, String transaction) {
        var id = text(only(create, "id"));
        if (!id.matches("(?=.{5,16}$)[A-Za-z0-9]+_[A-Za-z0-9]+(-[A-Za-z0-9]+)*")) {
            return result(transaction, 2306, "");
        }
        if (!text(only(only(create, "authInfo"), "pw")).isEmpty()) {
            return result(transaction, 2308, comment("extcontact", "Ο κωδικός πρέπει να είναι κενός."));
        }
        var postal = Trees.elements(create).stream()
                .filter(each -> each.getLocalName().equals("postalInfo"))
                .toList();
        var local = postal.stream().filter(each -> each.getAttribute("type").equals("loc"));
        var international =
                postal.stream().filter(each -> each.getAttribute("type").equals("int"));
        if (local.count() != 1 || !international.allMatch(each -> text(each).matches("\\p{ASCII}*"))) {
            return result(transaction, 2005, comment("extcontact", "Μη έγκυρη διεύθυνση."));
        }
        var contact = contact(
                text(only(only(create, "postalInfo"), "name")),
                text(only(create, "email")),
                text(only(create, "voice")));
        return result(transaction, contacts.putIfAbsent(id, contact) == null ? 1000 : 2302, "");
    }

    /** The registry's own words, in the extension of the object. */
    private static String comment(String prefix, String words) {
        return "<extension><%1$s:resData xmlns:%1$s=\"urn:ics-forth:params:xml:ns:%1$s-1.0\"><%1$s:comment ref=\"x\">%2$s</%1$s:comment></%1$s:resData></extension>"
                .formatted(prefix, words);
    }

    private String domainInfo(String name, String transaction) {
        if (!isThere || !(name.equals(registered) || bundle.contains(name))) {
            return result(transaction, 2303, "");
        }
        var ns = servers.stream()
                .map("<domain:hostObj>%s</domain:hostObj>"::formatted)
                .toList();
        var admins = administrators.stream()
                .map("<domain:contact type=\"admin\">%s</domain:contact>"::formatted)
                .toList();
        return result(transaction, 1000, """
                <resData><domain:infData xmlns:domain="%s"><domain:name>%s</domain:name><domain:roid>d1-gr</domain:roid>
                <domain:status s="%s"/><domain:registrant>reg_c1001</domain:registrant>
                <domain:contact type="tech">reg_tech</domain:contact>%s
                %s<domain:clID>registrar</domain:clID><domain:crDate>%s</domain:crDate>
                <domain:exDate>%s</domain:exDate></domain:infData></resData>
                <extension><extdomain:resData xmlns:extdomain="%s">%s<extdomain:protocol>%s</extdomain:protocol>%s</extdomain:resData>%s</extension>
                """.formatted(
                        Eppns.DOMAIN,
                        registered,
                        status,
                        String.join("", admins),
                        servers.isEmpty() ? "" : "<domain:ns>" + String.join("", ns) + "</domain:ns>",
                        DATE.format(created),
                        DATE.format(created.plusYears(2)),
                        Eppns.EXT_DOMAIN,
                        String.join(
                                "",
                                regulator.stream()
                                        .map("<extdomain:status s=\"%s\"/>"::formatted)
                                        .toList()),
                        protocol,
                        bundleNames(),
                        extension));
    }

    private String bundleNames() {
        return bundle.isEmpty()
                ? ""
                : "<extdomain:bundle>"
                        + String.join(
                                "",
                                bundle.stream()
                                        .map(
                                                "<extdomain:bundleName chargeable=\"0\" recordType=\"dname\">%s</extdomain:bundleName>"
                                                        ::formatted)
                                        .toList())
                        + "</extdomain:bundle>";
    }

    /** All of it, or nothing and a result code. */
    private String domainUpdate(Element update, String transaction) {
        var addedHosts = new ArrayList<String>();
        var removedHosts = new ArrayList<String>();
        var addedAdmins = new ArrayList<String>();
        var removedAdmins = new ArrayList<String>();
        each(update, "add", add -> changed(add, addedHosts, addedAdmins));
        each(update, "rem", rem -> changed(rem, removedHosts, removedAdmins));
        if (!isThere
                || !text(only(update, "name")).equals(registered)
                || !addedHosts.stream().allMatch(host -> host.endsWith("hoster.gr") || hosts.containsKey(host))
                || !contacts.keySet().containsAll(addedAdmins)) {
            return result(transaction, 2303, "");
        }
        if (!addedHosts.stream().allMatch(EppServer::isHostName)) {
            return result(transaction, 2005, "");
        }
        if (!servers.containsAll(removedHosts)
                || !administrators.containsAll(removedAdmins)
                || addedHosts.stream().anyMatch(servers::contains)
                || addedAdmins.stream().anyMatch(administrators::contains)) {
            return result(transaction, 2306, "");
        }
        servers.removeAll(removedHosts);
        servers.addAll(addedHosts);
        administrators.removeAll(removedAdmins);
        administrators.addAll(addedAdmins);
        return result(transaction, 1000, "");
    }

    /** Contacts other than administrators are not supported. */
    private static void changed(Element part, List<String> hosts, List<String> admins) {
        each(part, "ns", ns -> hosts.addAll(texts(ns, "hostObj")));
        each(
                part,
                "contact",
                contact -> admins.add(contact.getAttribute("type").equals("admin") ? text(contact) : "another type"));
    }

    private String hostInfo(String name, String transaction) {
        var addresses = hosts.get(name);
        return addresses == null
                ? result(transaction, 2303, "")
                : result(
                        transaction,
                        1000,
                        "<resData><host:infData xmlns:host=\"%s\"><host:name>%s</host:name>%s</host:infData></resData>"
                                .formatted(
                                        Eppns.HOST,
                                        name,
                                        String.join(
                                                "",
                                                addresses.stream()
                                                        .map("<host:addr>%s</host:addr>"::formatted)
                                                        .toList())));
    }

    private String contactInfo(String id, String transaction) {
        var contact = contacts.get(id);
        if (foreign.contains(id)) {
            return result(transaction, 2201, "");
        }
        return contact == null
                ? result(transaction, 2303, "")
                : result(
                        transaction,
                        1000,
                        "<resData><contact:infData xmlns:contact=\"%s\"><contact:id>%s</contact:id>%s</contact:infData></resData>"
                                .formatted(Eppns.CONTACT, id, contact));
    }

    static String result(String transaction, int code, String data) {
        return "<response><result code=\"%d\"><msg lang=\"en\">In words: %d</msg></result>%s<trID><clTRID>%s</clTRID><svTRID>s-1</svTRID></trID></response>"
                .formatted(code, code, data, transaction);
    }

    /** Whether an element and its descendants match their schemas. */
    private static boolean fits(Element element) {
        var name = full(element);
        var form = SCHEMA.get(name);
        var children = Trees.elements(element);
        if (form == null) {
            return children.isEmpty();
        }
        var at = 0;
        for (var part : form.split(" ", -1)) {
            var local = part.replaceAll("[?*]", "");
            var most = part.endsWith("*") ? Integer.MAX_VALUE : 1;
            var count = 0;
            while (count < most
                    && at < children.size()
                    && local.equals(children.get(at).getLocalName())
                    && String.valueOf(element.getNamespaceURI())
                            .equals(children.get(at).getNamespaceURI())) {
                at++;
                count++;
            }
            if (count == 0 && local.equals(part)) {
                return false;
            }
        }
        return at == children.size() && children.stream().allMatch(EppServer::fits);
    }

    private static void each(Element of, String name, java.util.function.Consumer<Element> use) {
        Trees.elements(of).stream()
                .filter(each -> each.getLocalName().equals(name))
                .forEach(use);
    }

    private static List<String> texts(Element of, String name) {
        var all = new ArrayList<String>();
        each(of, name, each -> all.add(text(each)));
        return all;
    }

    private static Element only(Element of, String name) {
        return Trees.elements(of).stream()
                .filter(each -> each.getLocalName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String full(Element element) {
        return PREFIXES.getOrDefault(String.valueOf(element.getNamespaceURI()), "?") + element.getLocalName();
    }

    private static String text(Element element) {
        return element.getTextContent();
    }
}
