package org.supportpin.backoffice.json;

import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.check.Checked;

/** A value's form as a JSON object. One list of members serves both reading and writing. */
@FunctionalInterface
public interface ObjectCodec<T> extends Codec<T> {

    /**
     * Declares every member in the order of writing, then {@link Members#make makes} the value:
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
