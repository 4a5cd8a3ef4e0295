package org.supportpin.functions.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;

/** A JWT in compact form (RFC 7519 §3) that nobody has checked yet. It cannot print itself. */
public final class Jwt {

    /** Without padding, and each part only once. An unsigned one has no third part, and is none. */
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

    private static final int LONGEST = 8192;

    private final Obj header;
    private final Obj claims;
    private final String signed;
    private final byte[] signature;

    private Jwt(Obj header, Obj claims, String signed, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /** The parts of a text; empty if it is no JWT. */
    public static Optional<Jwt> parse(String text) {
        var match = FORM.matcher(text.length() > LONGEST ? "" : text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var signature = decoded(match.group(3));
            var signed = text.substring(0, match.end(2));
            return JsonText.readObject(decoded(match.group(1)))
                    .flatMap(header -> JsonText.readObject(decoded(match.group(2)))
                            .map(claims -> new Jwt(header, claims, signed, signature)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    public Obj header() {
        return header;
    }

    public Obj claims() {
        return claims;
    }

    /** What is signed. */
    public byte[] signed() {
        return signed.getBytes(US_ASCII);
    }

    /** A copy. */
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public String toString() {
        return "Jwt";
    }
}
