package org.supportpin.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;

/** SNS over the AWS query protocol: {@code Publish} to a phone number. */
public final class SnsEndpoint implements Service {

    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    /** Up to eleven letters, digits and hyphens, with at least one letter. */
    private static final Pattern SENDER_ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]{0,10}");

    private static final int MAX_TEXT = 1600;

    private final SmsOutbox outbox;

    public SnsEndpoint(SmsOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Reply answer(Request request) {
        var id = UUID.randomUUID().toString();
        try {
            if (request.header("authorization").isEmpty()) {
                throw new SnsFault(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
            }
            var form = form(request.body().text());
            if (!"Publish".equals(form.get("Action"))) {
                throw new SnsFault(400, "InvalidAction", "The action is not valid for this web service.");
            }
            publish(form);
            return xml(200, published(id));
        } catch (SnsFault fault) {
            return xml(fault.status(), failed(id, fault));
        }
    }

    private void publish(Map<String, String> form) {
        var to = form.getOrDefault("PhoneNumber", "");
        var text = form.getOrDefault("Message", "");
        if (form.containsKey("TopicArn") || form.containsKey("TargetArn") || to.isEmpty()) {
            throw SnsFault.invalidParameter("PhoneNumber Reason: the local stack sends to phone numbers only");
        }
        if (!E164.matcher(to).matches()) {
            throw SnsFault.invalidParameter("PhoneNumber Reason: " + to + " is not valid to publish to");
        }
        if (text.isEmpty()) {
            throw SnsFault.invalidParameter("Empty message");
        }
        if (text.codePointCount(0, text.length()) > MAX_TEXT) {
            throw SnsFault.invalidParameter("Message too long");
        }
        var attributes = attributes(form);
        outbox.send(to, text, attributes.get("AWS.SNS.SMS.SenderID"));
    }

    private static Map<String, String> attributes(Map<String, String> form) {
        var attributes = new HashMap<String, String>();
        for (int i = 1; form.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
            var entry = "MessageAttributes.entry." + i + ".";
            var name = form.getOrDefault(entry + "Name", "");
            if (!"String".equals(form.get(entry + "Value.DataType"))) {
                throw SnsFault.invalidValue("The message attribute '" + name + "' must have the type String.");
            }
            var value = form.get(entry + "Value.StringValue");
            check(name, value);
            attributes.put(name, value);
        }
        return attributes;
    }

    private static void check(String name, @Nullable String value) {
        boolean good = value != null
                && switch (name) {
                    case "AWS.SNS.SMS.SenderID" -> SENDER_ID.matcher(value).matches();
                    case "AWS.SNS.SMS.SMSType" ->
                        Set.of("Transactional", "Promotional").contains(value);
                    default -> !value.isEmpty();
                };
        if (!good) {
            throw SnsFault.invalidParameter("MessageAttributes Reason: the value of " + name + " is not valid");
        }
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SnsFault(400, "MalformedQueryString", "The query string contains a syntax error.");
        }
    }

    private static Reply xml(int status, String body) {
        return Reply.text(status, "text/xml", body);
    }

    private static String published(String requestId) {
        return """
            <PublishResponse xmlns="%s">
              <PublishResult><MessageId>%s</MessageId></PublishResult>
              <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>
            </PublishResponse>
            """.formatted(NAMESPACE, UUID.randomUUID(), requestId);
    }

    private static String failed(String requestId, SnsFault fault) {
        return """
            <ErrorResponse xmlns="%s">
              <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
              <RequestId>%s</RequestId>
            </ErrorResponse>
            """.formatted(NAMESPACE, fault.code(), escape(fault.message()), requestId);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
