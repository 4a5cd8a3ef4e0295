package org.supportpin.local.store;

import java.util.ArrayList;
import java.util.List;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.fault.CannotStart;

/** A file of JSON values, one per line, oldest first. */
public final class JsonLines<T> {

    private final DataFolder data;
    private final String file;
    private final Codec<T> codec;
    private final List<T> values = new ArrayList<>();

    /** Reads the file; throws {@link CannotStart} if it is damaged. */
    public JsonLines(DataFolder data, String file, Codec<T> codec) {
        this.data = data;
        this.file = file;
        this.codec = codec;
        try {
            data.read(file).stream()
                    .flatMap(String::lines)
                    .map(line -> codec.from(JsonText.readOwn(line)).orThrow())
                    .forEach(values::add);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new CannotStart("The file " + data.path().resolve(file) + " is damaged; repair or delete it.", e);
        }
    }

    public synchronized void add(T value) {
        data.append(file, JsonText.write(codec.write(value)));
        values.add(value);
    }

    public synchronized List<T> all() {
        return List.copyOf(values);
    }
}
