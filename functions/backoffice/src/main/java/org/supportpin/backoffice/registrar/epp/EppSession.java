package org.supportpin.backoffice.registrar.epp;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.backoffice.xml.Elements;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.backoffice.xml.XmlText;

/**
 * The one session with the registry: a cookie, and one command after the other. It is opened at the first command, and again after
 * 15 minutes of silence, or where the registry says that there is none.
 */
final class EppSession {

    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What became of a command. */
    sealed interface Outcome {

        /** The registry answered. */
        record Answer(EppAnswer answer) implements Outcome {}

        /** The command certainly did not reach the registry, or no session could be opened for it. */
        record NotSent() implements Outcome {}

        /** It may have been carried out. */
        record Lost() implements Outcome {}
    }

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
     * Sends a command, within a session. One that the registry did not take for want of a session (2002) was not carried out, and is
     * sent once more in a new one.
     */
    synchronized Outcome send(Consumer<XmlBuilder> command) {
        var isOpen = cookie != null && clock.instant().isBefore(lastUsed.plus(IDLE));
        if (!isOpen && !open()) {
            cookie = null;
            return new Outcome.NotSent();
        }
        var outcome = exchange(command);
        if (isOpen && outcome instanceof Outcome.Answer(var answer) && answer.code() == EppAnswer.COMMAND_USE) {
            if (open()) {
                return exchange(command);
            }
            cookie = null;
            return new Outcome.NotSent();
        }
        return outcome;
    }

    /** Greeting, then login; without {@code svcExtension}, which the registry does not offer in its greeting either. */
    private boolean open() {
        cookie = null;
        String password;
        try {
            password = secrets.open(settings.password()).reveal();
        } catch (SecretUnavailable e) {
            return false;
        }
        var hello = XmlBuilder.document(xml -> xml.root("epp", Eppns.EPP, epp -> epp.element("hello", _ -> {})));
        return post(hello) instanceof Answered greeting
                && greeting.status() == 200
                && isGreeting(greeting.content())
                && exchange(command -> login(command, password)) instanceof Outcome.Answer(var answer)
                && answer.isSuccess();
    }

    private void login(XmlBuilder command, String password) {
        command.element(
                "login",
                login -> login.text("clID", settings.client())
                        .text("pw", password)
                        .element(
                                "options",
                                options -> options.text("version", "1.0").text("lang", "en"))
                        .element(
                                "svcs",
                                services -> services.text("objURI", Eppns.CONTACT)
                                        .text("objURI", Eppns.DOMAIN)
                                        .text("objURI", Eppns.HOST)));
    }

    private static boolean isGreeting(Content content) {
        return XmlText.read(content)
                .flatMap(root -> Elements.child(root, Eppns.EPP, "greeting"))
                .isPresent();
    }

    private Outcome exchange(Consumer<XmlBuilder> command) {
        var transaction = newTransaction();
        var content = XmlBuilder.document(xml -> xml.root(
                "epp",
                Eppns.EPP,
                epp -> epp.element("command", inside -> {
                    command.accept(inside);
                    inside.text("clTRID", transaction);
                })));
        return switch (post(content)) {
            case Reply.NotSent _ -> new Outcome.NotSent();
            case Reply.Lost _ -> {
                // Nobody knows what the session is worth after that.
                cookie = null;
                yield new Outcome.Lost();
            }
            case Answered answered -> {
                var answer = answered.status() == 200
                        ? EppAnswer.read(answered.content(), transaction)
                        : Optional.<EppAnswer>empty();
                if (answer.map(EppAnswer::endsSession).orElse(true)) {
                    cookie = null;
                }
                yield answer.<Outcome>map(Outcome.Answer::new).orElseGet(Outcome.Lost::new);
            }
        };
    }

    private Reply post(Content content) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", settings.contentType());
        if (cookie != null) {
            headers.put("Cookie", cookie);
        }
        var reply = http.send("POST", "", headers, content);
        if (reply instanceof Answered answered) {
            lastUsed = clock.instant();
            var set = answered.headers().allValues("set-cookie").stream()
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
