package org.supportpin.functions.http;

import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.pin.Passcode;

/** Bodies with one field that several routes read. Each throws {@link Rejected} as {@link Request#body(Read)} does. */
public final class Bodies {

    private static final int LONGEST_NOTE = 500;

    /** Why somebody did it: one line of 1 to 500 UTF-16 code units. */
    public static final Read<String> NOTE = Read.text(text -> Text.line(text, 1, LONGEST_NOTE));

    private Bodies() {}

    /** {@code {"code": …}}: six digits. */
    public static Passcode code(Request request) {
        return only("code", Read.text(Passcode::parse), request);
    }

    /** {@code {"callReference": …}}. */
    public static CallReference.Said call(Request request) {
        return only("callReference", Read.text(CallReference::parse), request);
    }

    /** {@code {"note": …}}, as {@link #NOTE}. */
    public static String note(Request request) {
        return only("note", NOTE, request);
    }

    private static <T> T only(String name, Read<T> read, Request request) {
        return request.body(Read.object(fields -> {
            var given = fields.required(name, read);
            return fields.make(given::get);
        }));
    }
}
