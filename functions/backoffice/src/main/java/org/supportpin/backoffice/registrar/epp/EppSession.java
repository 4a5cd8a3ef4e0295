package org.supportpin.backoffice.registrar.epp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.backoffice.xml.XmlText;
import org.w3c.dom.Element;

/**
 * The session with the registry: a cookie, and one command at a time. It is opened at the first command, and again after 15 idle minutes
 * or if the registry answers that there is none.
 */
final class EppSession {

    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EppSettings settings;
    private final SecretStore secrets;
    private final Clock clock;
    private final HttpCaller http;
    private @Nullable String cookie;
    private Instant lastUsed = Instant.EPOCH;

    EppSession(EppSettings settings, SecretStore secrets, Clock clock, Timeouts patience) {
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
        this.http = new HttpCaller(settings.endpoint(), patience);
    }

    /**
     * Sends a command within a session. A command that the registry rejects for lack of a session (2002) was not carried out, and is sent
     * once more in a new one. {@link Reply.NotSent} also if no session can be opened.
     */
    synchronized Reply<EppAnswer> send(Consumer<XmlBuilder> command) {
        var isOpen = cookie != null && clock.instant().isBefore(lastUsed.plus(IDLE));
        if (!isOpen && !open()) {
            cookie = null;
            return new Reply.NotSent<>("no session");
        }
        var reply = exchange(command);
        if (isOpen && reply instanceof Answered<EppAnswer>(var answer) && answer.code() == EppAnswer.COMMAND_USE) {
            if (open()) {
                return exchange(command);
            }
            cookie = null;
            return new Reply.NotSent<>("no session");
        }
        return reply;
    }

    /** Greeting, then login, with the extensions that the greeting offers and this connector reads. */
    private boolean open() {
        cookie = null;
        String password;
        try {
            password = secrets.open(settings.password()).reveal();
        } catch (SecretUnavailable e) {
            return false;
        }
        var hello = XmlBuilder.document(xml -> xml.root("epp", Eppns.EPP, epp -> epp.element("hello")));
        return post(hello) instanceof Answered<HttpAnswer>(var answer)
                && answer.status() == 200
                && greeting(answer.content())
                        .filter(greeting -> isLoggedIn(password, extensions(greeting)))
                        .isPresent();
    }

    private boolean isLoggedIn(String password, List<String> extensions) {
        return exchange(command -> login(command, password, extensions)) instanceof Answered<EppAnswer>(var answer)
                && answer.isSuccess();
    }

    private void login(XmlBuilder command, String password, List<String> extensions) {
        command.element(
                "login",
                login -> login.text("clID", settings.client())
                        .text("pw", password)
                        .element(
                                "options",
                                options -> options.text("version", "1.0").text("lang", "en"))
                        .element("svcs", services -> {
                            services.text("objURI", Eppns.CONTACT)
                                    .text("objURI", Eppns.DOMAIN)
                                    .text("objURI", Eppns.HOST);
                            if (!extensions.isEmpty()) {
                                services.element(
                                        "svcExtension", all -> extensions.forEach(each -> all.text("extURI", each)));
                            }
                        }));
    }

    private static Optional<Element> greeting(Content content) {
        return XmlText.read(content).flatMap(root -> Elements.child(root, Eppns.EPP, "greeting"));
    }

    private static List<String> extensions(Element greeting) {
        return EppAnswer.descendants(greeting, Eppns.EPP, "extURI").stream()
                .map(Elements::text)
                .filter(Eppns.EXTENSIONS::contains)
                .toList();
    }

    private Reply<EppAnswer> exchange(Consumer<XmlBuilder> command) {
        var transaction = newTransaction();
        var content = XmlBuilder.document(xml -> xml.root(
                "epp",
                Eppns.EPP,
                epp -> epp.element("command", inside -> {
                    command.accept(inside);
                    inside.text("clTRID", transaction);
                })));
        var reply = post(content)
                .then(answer -> answer.status() == 200
                        ? EppAnswer.read(answer.content(), transaction)
                                .<Reply<EppAnswer>>map(Answered::new)
                                .orElseGet(() -> new Reply.Lost<>("an unexpected answer"))
                        : new Reply.Lost<>("an unexpected status"));
        var isBroken = switch (reply) {
            case Answered<EppAnswer>(var answer) -> answer.endsSession();
            case Reply.NotSent<EppAnswer> _ -> false;
            case Reply.Lost<EppAnswer> _ -> true;
        };
        if (isBroken) {
            cookie = null;
        }
        return reply;
    }

    private Reply<HttpAnswer> post(Content content) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", settings.contentType());
        if (cookie != null) {
            headers.put("Cookie", cookie);
        }
        var reply = http.send("POST", "", headers, content);
        if (reply instanceof Answered<HttpAnswer>(var answer)) {
            lastUsed = clock.instant();
            var set = answer.headers().allValues("set-cookie").stream()
                    .map(each -> each.split(";", -1)[0].strip())
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining("; "));
            if (!set.isEmpty()) {
                cookie = set;
            }
        }
        return reply;
    }

    private static String newTransaction() {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return "support-pin-" + HexFormat.of().formatHex(bytes);
    }
}
