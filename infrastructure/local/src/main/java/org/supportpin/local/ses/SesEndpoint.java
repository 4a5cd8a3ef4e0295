package org.supportpin.local.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;
import org.supportpin.local.json.Json;

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
            return send(Json.read(request.body().text()));
        } catch (Json.NotJson e) {
            return fault(400, "SerializationException", "");
        }
    }

    private Reply send(JsonNode in) {
        var problem = problem(in);
        if (!problem.isEmpty()) {
            return fault(400, "BadRequestException", problem);
        }
        var message = in.at("/Content/Simple");
        var mail = Json.object()
                .put("from", in.path("FromEmailAddress").asText())
                .put("to", in.at("/Destination/ToAddresses/0").asText())
                .put("subject", message.at("/Subject/Data").asText())
                .put("text", message.at("/Body/Text/Data").asText())
                .put("html", message.at("/Body/Html/Data").asText());
        mail.set("headers", pairs(message.path("Headers")));
        mail.set("tags", pairs(in.path("EmailTags")));
        outbox.send(mail);
        return reply(200, Json.object().put("MessageId", UUID.randomUUID().toString()));
    }

    private static String problem(JsonNode in) {
        for (var object : MEMBERS.entrySet()) {
            var names = in.at(object.getKey()).fieldNames();
            while (names.hasNext()) {
                var name = names.next();
                if (!object.getValue().contains(name)) {
                    return "the local stack does not know " + object.getKey() + "/" + name;
                }
            }
        }
        var to = in.at("/Destination/ToAddresses");
        if (to.size() != 1 || !ADDRESS.matcher(to.path(0).asText()).matches()) {
            return "Missing final '@domain'";
        }
        if (!SENDER.matcher(in.path("FromEmailAddress").asText()).matches()) {
            return "Illegal address";
        }
        var subject = in.at("/Content/Simple/Subject/Data").asText();
        if (subject.isEmpty() || LINE_END.matcher(subject).find()) {
            return "Invalid subject";
        }
        if (in.at("/Content/Simple/Body/Text/Data").asText().isEmpty()) {
            return "Empty body";
        }
        for (var tag : in.path("EmailTags")) {
            if (!TAG.matcher(tag.path("Name").asText()).matches()
                    || !TAG.matcher(tag.path("Value").asText()).matches()) {
                return "Invalid tag";
            }
        }
        return "";
    }

    private static ObjectNode pairs(JsonNode list) {
        var pairs = Json.object();
        list.forEach(
                each -> pairs.put(each.path("Name").asText(), each.path("Value").asText()));
        return pairs;
    }

    private static Reply fault(int status, String code, String message) {
        return reply(status, Json.object().put("message", message)).with("x-amzn-errortype", code);
    }

    private static Reply reply(int status, ObjectNode body) {
        return Reply.text(status, "application/json", body.toString())
                .with("x-amzn-requestid", UUID.randomUUID().toString());
    }
}
