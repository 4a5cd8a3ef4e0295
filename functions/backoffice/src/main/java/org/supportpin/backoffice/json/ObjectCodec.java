package org.supportpin.backoffice.json;

import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.check.Checked;

/** How a value stands as a JSON object. Its one list of members runs in two modes: over a value, and over JSON. */
@FunctionalInterface
public interface ObjectCodec<T> extends Codec<T> {

    /**
     * Names every member, in the order in which they are written, and last {@link Members#make makes} the value of them:
     *
     * {@snippet :
     * ObjectCodec<Certificate> CERTIFICATE = members -> {
     *     var domain = members.required("domain", DOMAIN_NAME, Certificate::domain);
     *     var until = members.required("validUntil", INSTANT, Certificate::validUntil);
     *     return members.make(() -> new Certificate(domain.get(), until.get()));
     * };
     * }
     */
    Checked<T> run(Members<T> members);

    @Override
    default Obj write(T value) {
        var writing = new Members.Writing<>(value);
        var _ = run(writing);
        return writing.object();
    }

    @Override
    default Checked<T> from(Json json) {
        return Read.object(fields -> run(new Members.Reading<>(fields))).from(json);
    }
}
