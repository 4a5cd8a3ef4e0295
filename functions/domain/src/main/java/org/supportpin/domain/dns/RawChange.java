package org.supportpin.domain.dns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code changes} as received. Only its JSON types have been checked. Absent members are null.
 *
 * @param op {@code upsert} or {@code delete}
 * @param records no element is null
 */
public record RawChange(
        @Nullable String op,
        @Nullable String name,
        @Nullable String type,
        @Nullable Integer ttl,
        @Nullable List<String> records) {

    public RawChange {
        records = records == null ? null : List.copyOf(records);
    }
}
