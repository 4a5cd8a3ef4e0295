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
 * {@code SendEmail} of Amazon SES (API version 2) for a simple message to one recipient, as the service sends it. Signatures are
 * not checked: only this machine can reach the endpoint.
 */
public final class SesEndpoint implements Service {

    private static final String PATH = "/v2/email/outbound-emails";

    /** The members that each object may have, by its path; others are refused, not ignored. */
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
    /** An address, or an ASCII name followed by the address. */
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
        outbox.send(Json.object()
                .put("from", in.path("FromEmailAddress").asText())
                .put("to", at(in, "/Destination/ToAddresses").path(0).asText())
                .put("subject", at(in, "/Content/Simple/Subject/Data").asText())
                .put("text", at(in, "/Content/Simple/Body/Text/Data").asText())
                .put("html", at(in, "/Content/Simple/Body/Html/Data").asText())
                .put("headers", pairs(at(in, "/Content/Simple/Headers")))
                .put("tags", pairs(in.path("EmailTags"))));
        return reply(200, Json.object().put("MessageId", UUID.randomUUID().toString()));
    }

    private static String problem(Json in) {
        for (var object : MEMBERS.entrySet()) {
            for (var name : at(in, object.getKey()).members().keySet()) {
                if (!object.getValue().contains(name)) {
                    return "the local stack does not support " + object.getKey() + "/" + name;
                }
            }
        }
        var to = at(in, "/Destination/ToAddresses");
        if (to.items().size() != 1 || !ADDRESS.matcher(to.path(0).asText()).matches()) {
            return "Missing final '@domain'";
        }
        if (!SENDER.matcher(in.path("FromEmailAddress").asText()).matches()) {
            return "Illegal address";
        }
        var subject = at(in, "/Content/Simple/Subject/Data").asText();
        if (subject.isEmpty() || LINE_END.matcher(subject).find()) {
            return "Invalid subject";
        }
        if (at(in, "/Content/Simple/Body/Text/Data").asText().isEmpty()) {
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
