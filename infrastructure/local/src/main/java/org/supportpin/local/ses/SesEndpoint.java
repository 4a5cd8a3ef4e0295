package org.supportpin.local.ses;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;

/**
 * {@code SendEmail} of Amazon SES (API version 2) for a simple message to one recipient: what the service itself sends, and nothing
 * else. The caller's signature is not checked: only this machine can reach the endpoint.
 */
public final class SesEndpoint implements Service {

    private static final String PATH = "/v2/email/outbound-emails";

    /** Which members each object may have, by where it stands; another one is refused rather than passed over. */
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "", Set.of("FromEmailAddress", "Destination", "Content", "EmailTags"),
            "/Destination", Set.of("ToAddresses"),
            "/Content", Set.of("Simple"),
            "/Content/Simple", Set.of("Subject", "Body", "Headers"),
            "/Content/Simple/Subject", Set.of("Data", "Charset"),
            "/Content/Simple/Body", Set.of("Text", "Html"),
            "/Content/Simple/Body/Text", Set.of("Data", "Charset"),
            "/Content/Simple/Body/Html", Set.of("Data", "Charset"));

    private static final Pattern ADDRESS = Pattern.compile("[!-~]+@[!-~]+");
    /** An address, or a name in ASCII with the address behind it. */
    private static final Pattern SENDER = Pattern.compile("(?:[ -~]+ <)?[^<>\\s]+@[^<>\\s]+>?");

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern LINE_END = Pattern.compile("[\r\n]");

    private final MailOutbox outbox;

    public SesEndpoint(MailOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Reply answer(Request request) {
        if (request.header("authorization").isEmpty()) {
            return fault(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
        }
        if (!request.method().equals("POST") || !request.path().equals(PATH)) {
            return fault(404, "UnknownOperationException", "");
        }
        try {
            return send(JsonText.read(request.body().text()));
        } catch (MalformedJson e) {
            return fault(400, "SerializationException", "");
        }
    }

    private Reply send(Json in) {
        var problem = problem(in);
        if (!problem.isEmpty()) {
            return fault(400, "BadRequestException", problem);
        }
        var message = in.path("Content").path("Simple");
        var mail = Json.object()
                .put("from", in.path("FromEmailAddress").asText())
                .put("to", in.path("Destination").path("ToAddresses").path(0).asText())
                .put("subject", message.path("Subject").path("Data").asText())
                .put("text", message.path("Body").path("Text").path("Data").asText())
                .put("html", message.path("Body").path("Html").path("Data").asText())
                .put("headers", pairs(message.path("Headers")))
                .put("tags", pairs(in.path("EmailTags")));
        outbox.send(mail);
        return reply(200, Json.object().put("MessageId", UUID.randomUUID().toString()));
    }

    private static String problem(Json in) {
        for (var object : MEMBERS.entrySet()) {
            for (var name : at(in, object.getKey()).members().keySet()) {
                if (!object.getValue().contains(name)) {
                    return "the local stack does not know " + object.getKey() + "/" + name;
                }
            }
        }
        var to = in.path("Destination").path("ToAddresses");
        if (to.items().size() != 1 || !ADDRESS.matcher(to.path(0).asText()).matches()) {
            return "Missing final '@domain'";
        }
        if (!SENDER.matcher(in.path("FromEmailAddress").asText()).matches()) {
            return "Illegal address";
        }
        var subject =
                in.path("Content").path("Simple").path("Subject").path("Data").asText();
        if (subject.isEmpty() || LINE_END.matcher(subject).find()) {
            return "Invalid subject";
        }
        if (in.path("Content")
                .path("Simple")
                .path("Body")
                .path("Text")
                .path("Data")
                .asText()
                .isEmpty()) {
            return "Empty body";
        }
        for (var tag : in.path("EmailTags").items()) {
            if (!TAG.matcher(tag.path("Name").asText()).matches()
                    || !TAG.matcher(tag.path("Value").asText()).matches()) {
                return "Invalid tag";
            }
        }
        return "";
    }

    private static Json at(Json in, String place) {
        return Arrays.stream(place.split("/")).skip(1).reduce(in, Json::path, (one, other) -> other);
    }

    private static Json pairs(Json list) {
        var pairs = Json.object();
        list.items()
                .forEach(each ->
                        pairs.put(each.path("Name").asText(), each.path("Value").asText()));
        return pairs.build();
    }

    private static Reply fault(int status, String code, String message) {
        return reply(status, Json.object().put("message", message)).with("x-amzn-errortype", code);
    }

    private static Reply reply(int status, Json.Builder body) {
        return Reply.text(status, "application/json", JsonText.write(body.build()))
                .with("x-amzn-requestid", UUID.randomUUID().toString());
    }
}
