package org.supportpin.functions.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;

/** A function's answer (payload format 2.0), read as API Gateway reads it. */
public record Answer(Obj payload) {

    public static Answer of(RequestStreamHandler function, EventOf event) {
        return of(function, event.text());
    }

    public static Answer of(RequestStreamHandler function, String event) {
        var out = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, new Invocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer((Obj) JsonText.readOwn(out.toString(UTF_8)));
    }

    public int status() {
        return payload.get("statusCode").orElseThrow() instanceof Num(var value) ? value.intValueExact() : 0;
    }

    public Optional<String> header(String name) {
        return payload.object("headers").orElseThrow().text(name);
    }

    /** The body as sent; may be empty. */
    public String text() {
        return payload.text("body").orElse("");
    }

    public Obj body() {
        return (Obj) JsonText.readOwn(text());
    }

    /** The end of a problem's type. */
    public String problem() {
        return body().text("type").orElseThrow().replace("urn:support-pin:problem:", "");
    }

    /** A member of the body. */
    public Json member(String name) {
        return body().get(name).orElse(Json.Null.NULL);
    }
}
